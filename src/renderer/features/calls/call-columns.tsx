import type { CallRow, CallSort } from "../../../shared/call";
import type { Instant } from "../../../shared/instant";
import { CALL_STATUS_LOOK, outcomeWords } from "../../player/call-words";
import { PlayButton } from "../../player/PlayButton";
import { useTimeZone } from "../../api/app-info";
import { formatCount, formatDuration, formatMoment } from "../../ui/format";
import { PhoneNumber } from "../../ui/PhoneNumber";
import { StatusBadge } from "../../ui/StatusBadge";
import { CutText } from "../../ui/CutText";
import type { Column } from "../../ui/table/columns";
import styles from "./CallsPage.module.css";

/** Beside an open call the table has less room: what the call shows itself is left out. */
export function callColumns(
  besideOpenCall: boolean,
  onPlay: (call: CallRow) => void,
): readonly Column<CallRow, CallSort>[] {
  const columns = allColumns(onPlay);
  return besideOpenCall ? columns.filter(({ title }) => !IN_OPEN_CALL.has(title)) : columns;
}

const IN_OPEN_CALL: ReadonlySet<string> = new Set(["Campaign", "Attempts", "Transcript"]);

const allColumns = (onPlay: (call: CallRow) => void): readonly Column<CallRow, CallSort>[] => [
  {
    title: "Contact",
    width: "minmax(248px, 3fr)",
    sort: "contact",
    cell: ({ name, phone }) => (
      <>
        <span className={styles.name} dir="auto" title={name}>
          {name || "No name"}
        </span>
        <PhoneNumber className={styles.phone}>{phone}</PhoneNumber>
      </>
    ),
  },
  {
    title: "Campaign",
    width: "minmax(104px, 1fr)",
    cell: ({ campaignName }) => <CutText>{campaignName}</CutText>,
  },
  {
    title: "Status",
    width: "124px",
    sort: "status",
    cell: ({ status }) => <StatusBadge {...CALL_STATUS_LOOK[status]} word={status} />,
  },
  {
    title: "Outcome",
    width: "152px",
    cell: (call) => outcomeWords(call) ?? "–",
  },
  {
    title: "Duration",
    width: "80px",
    align: "right",
    sort: "duration",
    cell: ({ durationSeconds }) =>
      durationSeconds === null ? "–" : formatDuration(durationSeconds),
  },
  {
    title: "Attempts",
    width: "80px",
    align: "right",
    sort: "attempts",
    cell: ({ attempts }) => formatCount(attempts),
  },
  {
    title: "Transcript",
    width: "minmax(120px, 3fr)",
    cell: ({ transcript }) => <CutText>{transcript ?? "–"}</CutText>,
  },
  {
    title: "Audio",
    width: "92px",
    cell: (call) => <PlayButton call={call} onPlay={onPlay} />,
  },
  {
    title: "Time",
    width: "104px",
    align: "right",
    sort: "time",
    cell: ({ lastAttemptAt }) => <TimeOf at={lastAttemptAt} />,
  },
];

function TimeOf({ at }: { readonly at: Instant }) {
  return formatMoment(at, useTimeZone(), Date.now());
}
