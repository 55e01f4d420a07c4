import { setTimeout as sleep } from "node:timers/promises";
import type { BrokenPromise } from "./broken";
import { withStoreFile } from "./store-file";

/** Real milliseconds that the last recordings may take. */
const PATIENCE = 30_000;

/** Waits until the application, which runs on, has fetched all recordings; none may be missing. */
export async function checkRecordings(dataFolder: string): Promise<readonly BrokenPromise[]> {
  const until = Date.now() + PATIENCE;
  let missing = await recordingsMissing(dataFolder);
  while (missing.awaited > 0 && Date.now() < until) {
    await sleep(100);
    missing = await recordingsMissing(dataFolder);
  }
  return missing.awaited + missing.absent + missing.forgotten === 0
    ? []
    : [{ promise: "every recording arrives", detail: JSON.stringify(missing) }];
}

interface Missing {
  readonly awaited: number;
  readonly absent: number;
  /** Answered calls that have none. */
  readonly forgotten: number;
}

async function recordingsMissing(dataFolder: string): Promise<Missing> {
  const [missing] = await withStoreFile(dataFolder, (rows) =>
    rows<Missing>(
      `select count(*) filter (where recording.state = 'awaited') as awaited,
         count(*) filter (where recording.state = 'absent') as absent,
         count(*) filter (where recording.state is null) as forgotten
       from attempt left join recording on recording.attempt_id = attempt.id
       where outcome in ('talked', 'hung_up_immediately', 'machine')`,
    ),
  );
  return missing!;
}
