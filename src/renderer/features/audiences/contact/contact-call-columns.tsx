import type { CallRow } from "../../../../shared/call";
import type { Instant } from "../../../../shared/instant";
import { useTimeZone } from "../../../api/app-info";
import { CALL_STATUS_LOOK, outcomeWords } from "../../../player/call-words";
import { PlayButton } from "../../../player/PlayButton";
import { CutText } from "../../../ui/CutText";
import { formatCount, formatDayAndTime, formatDuration } from "../../../ui/format";
import { StatusBadge } from "../../../ui/StatusBadge";
import type { Column } from "../../../ui/table/columns";

/** A contact's calls: one row for each campaign that has called it. */
export function contactCallColumns(onPlay: (call: CallRow) => void): readonly Column<CallRow>[] {
  return [
    {
      title: "Campaign",
      width: "minmax(120px, 2fr)",
      cell: ({ campaignName }) => <CutText>{campaignName}</CutText>,
    },
    {
      title: "Status",
      width: "124px",
      cell: ({ status }) => <StatusBadge {...CALL_STATUS_LOOK[status]} word={status} />,
    },
    { title: "Outcome", width: "152px", cell: (call) => outcomeWords(call) ?? "–" },
    {
      title: "Duration",
      width: "72px",
      align: "right",
      cell: ({ durationSeconds }) =>
        durationSeconds === null ? "–" : formatDuration(durationSeconds),
    },
    {
      title: "Attempts",
      width: "72px",
      align: "right",
      cell: ({ attempts }) => formatCount(attempts),
    },
    { title: "Audio", width: "92px", cell: (call) => <PlayButton call={call} onPlay={onPlay} /> },
    {
      title: "Time",
      width: "144px",
      align: "right",
      cell: ({ lastAttemptAt }) => <TimeOf at={lastAttemptAt} />,
    },
  ];
}

function TimeOf({ at }: { readonly at: Instant }) {
  return formatDayAndTime(at, useTimeZone());
}
