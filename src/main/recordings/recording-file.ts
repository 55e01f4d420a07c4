import path from "node:path";
import type { AttemptId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";

/** Recordings by the month in which the call ended, UTC, so that no folder grows without end. */
export function recordingFileName(attemptId: AttemptId, endedAt: Instant): string {
  const [year, month] = new Date(endedAt).toISOString().split("-");
  return `${year}/${month}/${attemptId}.wav`;
}

/** Where a recording lies; `fileName` is as the store keeps it. */
export function recordingPath(dataFolder: string, fileName: string): string {
  return path.join(dataFolder, "recordings", ...fileName.split("/"));
}
