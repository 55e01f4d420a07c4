import type { CallRow, CallSort } from "../../../../shared/call";
import { CALL_STATUS_LOOK, outcomeWords } from "../../../player/call-words";
import { PlayButton } from "../../../player/PlayButton";
import { formatCount, formatDuration } from "../../../ui/format";
import { PhoneNumber } from "../../../ui/PhoneNumber";
import { StatusBadge } from "../../../ui/StatusBadge";
import type { Column } from "../../../ui/table/columns";
import styles from "./CallsSection.module.css";

/** How much room the table has: beside an open call on a small screen it has least. */
export type TableRoom = "wide" | "narrow" | "least";

/** `onPlay` opens the call beside the table, with its recording. */
export function callColumns(
  room: TableRoom,
  onPlay: (call: CallRow) => void,
): readonly Column<CallRow, CallSort>[] {
  const columns: readonly Column<CallRow, CallSort>[] = [
    {
      title: "Contact",
      width: room === "wide" ? "minmax(300px, 2fr)" : "minmax(266px, 2fr)",
      sort: "contact",
      cell: ({ name, phone }) => (
        <span className={styles.contact}>
          {name && (
            <span className={styles.name} title={name} dir="auto">
              {name}
            </span>
          )}
          <PhoneNumber className={styles.quiet}>{phone}</PhoneNumber>
        </span>
      ),
    },
    {
      title: "Status",
      width: room === "wide" ? "256px" : "132px",
      sort: "status",
      cell: (call) => (
        <>
          <StatusBadge {...CALL_STATUS_LOOK[call.status]} word={call.status} />
          {room === "wide" && <span className={styles.words}>{outcomeWords(call)}</span>}
        </>
      ),
    },
    {
      title: "Duration",
      width: "80px",
      align: "right",
      sort: "duration",
      cell: ({ durationSeconds }) =>
        durationSeconds === null ? "" : formatDuration(durationSeconds),
    },
    {
      title: "Attempts",
      width: "86px",
      align: "right",
      sort: "attempts",
      cell: ({ attempts }) => formatCount(attempts),
    },
    {
      title: "Transcript",
      width: "minmax(96px, 3fr)",
      cell: ({ transcript }) => (
        <span className={styles.words} title={transcript ?? undefined} dir="auto">
          {transcript}
        </span>
      ),
    },
    { title: "Audio", width: "92px", cell: (call) => <PlayButton call={call} onPlay={onPlay} /> },
  ];
  return room === "least" ? columns.filter(({ title }) => !IN_OPEN_CALL.has(title)) : columns;
}

/** What the open call shows itself. */
const IN_OPEN_CALL: ReadonlySet<string> = new Set(["Attempts", "Transcript"]);
