import { ACTIVITY_WORDS, type Activity, type ActivityKind } from "../../../../shared/activity";
import { CutText } from "../../../ui/CutText";
import { formatDay, formatTimeToSecond } from "../../../ui/format";
import { StatusBadge, type StatusShape, type StatusTone } from "../../../ui/StatusBadge";
import type { Column } from "../../../ui/table/columns";

/** @param zone the supervisor's */
export const activityColumns = (zone: string): readonly Column<Activity>[] => [
  {
    title: "Time",
    width: "168px",
    cell: ({ at }) => (
      <time dateTime={new Date(at).toISOString()}>
        {formatDay(at, zone)}, {formatTimeToSecond(at, zone)}
      </time>
    ),
  },
  {
    title: "What",
    width: "184px",
    cell: ({ kind }) => <StatusBadge {...lookOf(kind)} word={ACTIVITY_WORDS[kind]} />,
  },
  {
    title: "Details",
    width: "minmax(240px, 1fr)",
    cell: ({ message }) => <CutText>{message}</CutText>,
  },
];

interface Look {
  readonly tone: StatusTone;
  readonly shape: StatusShape;
}

/** What went wrong or waits for the supervisor stands out; all else is quiet. */
function lookOf(kind: ActivityKind): Look {
  switch (kind) {
    case "started":
    case "resumed":
      return { tone: "active", shape: "dot" };
    case "completed":
    case "resolved":
      return { tone: "good", shape: "check" };
    case "paused":
      return { tone: "warn", shape: "pause" };
    case "unresolved":
      return { tone: "warn", shape: "question" };
    case "back-off":
      return { tone: "warn", shape: "clock" };
    case "circuit-breaker":
    case "start-refused":
    case "not-taken-back":
    case "cancelled":
      return { tone: "bad", shape: "cross" };
    case "scheduled":
      return { tone: "neutral", shape: "clock" };
    default:
      return { tone: "neutral", shape: "hollow" };
  }
}
