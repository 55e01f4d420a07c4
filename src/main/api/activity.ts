import { ACTIVITY_WORDS, type Activity } from "../../shared/activity";
import { plainDateAndTime } from "../../shared/time-zone";
import { fileNameOf } from "../files/file-name";
import { writeCsv } from "../files/write-csv";
import type { Handlers } from "../ipc/answer";
import { CSV_FILES } from "./file-dialogs";
import type { Services } from "./services";

export type ActivityArea = Pick<Handlers, "campaigns.activity" | "campaigns.exportActivity">;

export function activityHandlers({ store, dialogs, about }: Services): ActivityArea {
  return {
    "campaigns.activity": (query) => store.activity.page(query),
    "campaigns.exportActivity": async ({ id }) => {
      const { name } = await store.campaigns.get(id);
      const suggested = `${fileNameOf(name, "campaign")} activity.csv`;
      const file = await dialogs.save("Export activity log", suggested, [CSV_FILES]);
      if (file) {
        const header = [`Time (${about.timeZone})`, "What", "Details"];
        await writeCsv(file, header, rowsOf(store.activity.all(id), about.timeZone));
      }
      return file;
    },
  };
}

async function* rowsOf(
  batches: AsyncIterable<readonly Activity[]>,
  zone: string,
): AsyncGenerator<readonly string[][]> {
  for await (const lines of batches) {
    yield lines.map(({ at, kind, message }) => [
      plainDateAndTime(at, zone),
      ACTIVITY_WORDS[kind],
      message,
    ]);
  }
}
