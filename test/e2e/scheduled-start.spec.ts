import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { MINUTE } from "../../src/shared/instant";
import { localOf } from "../../src/shared/time-zone";
import { DatabaseFile } from "../../src/main/storage/dialect/database-file";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline } from "../support/electron";
import { prepareCampaign } from "../support/prepared-campaign";
import { Supervisor } from "../support/supervisor";

/** A minute passes in two seconds: time to fill the form in, and not long to wait. */
const env = { PACELINE_PRACTICE_SPEED: "30" };
const TOKYO = "Asia/Tokyo";

test("starts by itself at the time of another zone, and says why it does not", async () => {
  test.setTimeout(90_000);
  const dataDir = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  let paceline = await launchPaceline({ dataDir, env });
  try {
    let supervisor = new Supervisor(paceline);
    const { page } = paceline;
    const tooLong = await prepareCampaign(paceline, {
      name: "Too long",
      csv: contactsCsv({ busy: 9 }),
    });
    const missed = await prepareCampaign(paceline, {
      name: "Missed",
      csv: contactsCsv({ machine: 2 }),
      scheduledStart: { local: "2030-05-01T09:00", timeZone: TOKYO },
    });
    await ask(page, "settings.update", { quotaMinutes: 8 });

    // The clock of practice runs fast: a campaign just made tells what it shows.
    const soon = localOf(missed.createdAt + 5 * MINUTE, TOKYO);
    await ask(page, "campaigns.update", {
      id: tooLong.id,
      draft: { ...tooLong, scheduledStart: { local: soon, timeZone: TOKYO } },
    } as never);
    await supervisor.createCampaign({
      name: "Tokyo",
      flow: "Too long",
      audience: "Missed",
      scheduledStart: soon,
      timeZone: TOKYO,
    });
    await supervisor.expectStatus("DRAFT");
    await expect(page.getByText(/Scheduled for .* Asia\/Tokyo/).first()).toBeVisible();

    await test.step("starts by itself", async () => {
      await supervisor.expectStatus("IN_PROGRESS", 20_000);
    });

    await test.step("is refused when too few call minutes remain", async () => {
      await supervisor.open("Campaigns");
      await page.getByRole("link", { name: "Too long" }).click();
      await expect(
        page.getByText(/Too few call minutes remain: 9 are needed/).first(),
      ).toBeVisible();
      await supervisor.expectStatus("DRAFT");
    });

    await test.step("is not made up for after the application was closed", async () => {
      await paceline.close();
      await movedToThePast(dataDir, missed.id);
      paceline = await launchPaceline({ dataDir, env });
      supervisor = new Supervisor(paceline);
      await paceline.page.getByRole("link", { name: "Missed" }).first().click();
      await expect(
        paceline.page.getByText(/was not started: the application was not running/).first(),
      ).toBeVisible();
      await supervisor.expectStatus("DRAFT");
    });
  } finally {
    await paceline.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

/** As if the application had been closed over the Scheduled Start, which no test can wait for. */
async function movedToThePast(dataDir: string, campaign: number): Promise<void> {
  const store = await DatabaseFile.open(path.join(dataDir, "practice/paceline.db"), "create");
  try {
    await store.write("update campaign set starts_at = created_at - 3600000 where id = ?", [
      campaign,
    ]);
  } finally {
    await store.close();
  }
}
