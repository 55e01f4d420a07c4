import { expect, test } from "vitest";
import type { ScheduledStart } from "../../../src/shared/campaign";
import { temporaryStore } from "../../support/temporary-store";
import { aDraft } from "./scene";

test("logs a schedule as people read it, in its own zone, with the time that the clocks there have", async () => {
  const { store, rows } = await temporaryStore();
  const logged = async (scheduledStart: ScheduledStart) => {
    const id = await aDraft(store, { scheduledStart });
    const found = await rows(
      `select message from activity where campaign_id = ${id} and kind = 'scheduled'`,
    );
    return found.map(({ message }) => message);
  };
  expect(await logged({ local: "2027-11-24T09:00", timeZone: "Asia/Tokyo" })).toEqual([
    "Scheduled for 24 Nov 2027, 09:00 (Asia/Tokyo).",
  ]);
  expect(await logged({ local: "2028-03-12T02:30", timeZone: "America/New_York" })).toEqual([
    "Scheduled for 12 Mar 2028, 03:30 (America/New_York).",
  ]);
});
