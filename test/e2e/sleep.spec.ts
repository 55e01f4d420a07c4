import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import {
  inTheMiddle,
  onlyCampaign,
  prepareCampaign,
  startOnlyCampaign,
} from "../support/prepared-campaign";

const env = { PACELINE_PRACTICE_SPEED: "10" };

let dataDir: string;
let paceline: RunningPaceline;

test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  paceline = await launchPaceline({ dataDir, env });
  await prepareCampaign(paceline, {
    name: "Spring",
    csv: contactsCsv({ hung_up_immediately: 400 }),
    dialing: { callsPerMinute: 60, maxConcurrentCalls: 10 },
  });
});

test.afterEach(async () => {
  await paceline.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("once the computer goes to sleep no call starts until it wakes, and the log says so", async () => {
  await startOnlyCampaign(paceline);
  await inTheMiddle(paceline, 1);

  await announce("suspend");
  await expect.poll(activeCalls).toBe(0);
  const { live } = await onlyCampaign(paceline);
  expect(live.figures.pending).toBeGreaterThan(0);
  expect(await latestKinds(1)).toEqual(["asleep"]);

  await announce("resume");
  await expect.poll(activeCalls).toBeGreaterThan(0);
  expect(await latestKinds(2)).toEqual(["awake", "asleep"]);
});

test("the computer is kept awake while a campaign runs, if the supervisor wants it, also after a restart", async () => {
  expect(await isKeptAwake()).toBe(false);
  await startOnlyCampaign(paceline);
  await expect.poll(isKeptAwake).toBe(true);

  await ask(paceline.page, "settings.update", { keepAwake: false });
  expect(await isKeptAwake()).toBe(false);
  await ask(paceline.page, "settings.update", { keepAwake: true });
  expect(await isKeptAwake()).toBe(true);

  await paceline.close();
  paceline = await launchPaceline({ dataDir, env });
  await expect.poll(isKeptAwake).toBe(true);
  expect(await latestKinds(2)).toEqual(["recovered", "closed"]);

  const { id } = await onlyCampaign(paceline);
  await ask(paceline.page, "campaigns.pause", { id });
  await expect.poll(isKeptAwake).toBe(false);
});

test("before a start on battery it is said that sleep stops the calls", async () => {
  const { app, page } = paceline;
  const dialog = page.getByRole("dialog");
  const warning = dialog.getByText(/^This computer runs on its battery\./);
  const runsOnBattery = (battery: boolean) =>
    app.evaluate(({ powerMonitor }, answer) => {
      powerMonitor.isOnBatteryPower = () => answer;
    }, battery);
  for (const battery of [true, false]) {
    await runsOnBattery(battery);
    await page.getByRole("button", { name: "Start Campaign" }).first().click();
    await expect(dialog.getByText(/^400 contacts/)).toBeVisible();
    await expect(warning).toHaveCount(battery ? 1 : 0);
    await dialog.getByRole("button", { name: "Not now" }).click();
    await expect(dialog).toBeHidden();
  }
});

/** What the system says of its sleep. */
async function announce(event: "suspend" | "resume"): Promise<void> {
  await paceline.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
}

const activeCalls = async () => (await onlyCampaign(paceline)).live.activeCalls;

/** Blockers are numbered as they are made, from 0 or 1 on. */
const isKeptAwake = () =>
  paceline.app.evaluate(({ powerSaveBlocker }) =>
    Array.from({ length: 20 }, (_, id) => powerSaveBlocker.isStarted(id)).some(Boolean),
  );

async function latestKinds(limit: number) {
  const { id } = await onlyCampaign(paceline);
  const query = { id, kind: null, search: "", offset: 0, limit };
  const { rows } = await ask(paceline.page, "campaigns.activity", query);
  return rows.map(({ kind }) => kind);
}
