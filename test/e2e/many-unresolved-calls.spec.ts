import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { defaultSettings } from "../../src/main/api/default-settings";
import { openStore } from "../../src/main/storage";
import type { CampaignId } from "../../src/shared/ids";
import { phoneNumber } from "../../src/shared/phone-number";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { onlyCampaign, prepareCampaign } from "../support/prepared-campaign";

const CALLS = 50;

/** Nobody answers there, so it is never known what became of a call. */
const env = {
  PACELINE_CARRIER_URL: "http://127.0.0.1:9",
  TWILIO_ACCOUNT_SID: `AC${"7".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "token",
};

let dataDir: string;
let paceline: RunningPaceline;

test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  paceline = await launchPaceline({ dataDir, env });
  const csv = contactsCsv({ conversation: CALLS + 5 });
  const { id } = await prepareCampaign(paceline, { name: "Lost", csv });
  await paceline.close();
  await leaveUnresolved(id);
  paceline = await launchPaceline({ dataDir, env });
});

test.afterEach(async () => {
  await paceline.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("fifty calls of which the carrier cannot tell are found and settled one after the other", async () => {
  test.setTimeout(120_000);
  const { page } = paceline;
  await page.getByRole("link", { name: "Lost" }).click();
  await expect(
    page.getByText(`The carrier cannot tell what became of ${CALLS} calls.`),
  ).toBeVisible();
  await page.getByRole("button", { name: "Decide on them" }).click();

  const chip = page.getByRole("button", { name: /^UNRESOLVED/ });
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  const decided: string[] = [];
  for (let settled = 0; settled < CALLS; settled += 1) {
    const pane = page.getByRole("complementary", { name: /^Call with/ });
    const name = await pane.getByRole("heading", { level: 2 }).innerText();
    decided.push(name);
    const answer = settled % 2 === 0 ? "It was placed" : "It was not placed";
    await pane.getByRole("button", { name: answer, exact: true }).click();
    // The next one has opened by itself.
    if (settled < CALLS - 1) {
      await expect(pane.getByRole("heading", { level: 2 })).not.toHaveText(name);
    }
  }
  expect(new Set(decided).size).toBe(CALLS);
  await expect(page.getByText("The carrier cannot tell what became of")).toHaveCount(0);
  await expect(page.getByText("No call fits the search and the filters")).toBeVisible();
  const { id, live } = await onlyCampaign(paceline);
  expect(live.figures).toMatchObject({ unresolved: 0, failed: CALLS / 2, inProgress: 0 });

  const query = { id, kind: "resolved", search: "", offset: 0, limit: 100 } as const;
  const { total, rows } = await ask(page, "campaigns.activity", query);
  expect(total).toBe(CALLS);
  expect(rows.filter(({ message }) => message.includes("was not placed"))).toHaveLength(CALLS / 2);
});

/** As after many answers were lost: in a campaign that is paused. */
async function leaveUnresolved(id: CampaignId): Promise<void> {
  const store = await openStore(
    path.join(dataDir, "test", "paceline.db"),
    defaultSettings("test", "UTC"),
  );
  const at = Date.now() - 3_600_000;
  const change = { pauseReason: null, at };
  await store.dialing.changeCampaign(id, {
    ...change,
    status: "IN_PROGRESS",
    activity: { kind: "started", message: "Started." },
  });
  const contacts = await store.dialing.readyContacts(id, at, CALLS, null);
  const results = await store.dialing.claim(
    contacts.map(({ contactId, phone }) => ({
      campaignId: id,
      contactId,
      number: 1,
      to: phone,
      from: phoneNumber.parse("+15005550006"),
      at,
      timeZones: [],
      startsAtMost: [],
    })),
  );
  await store.dialing.record(
    results.flatMap((result) =>
      result.kind === "claimed"
        ? [
            {
              kind: "moved" as const,
              attemptId: result.attempt.id,
              state: "unresolved" as const,
              answeredAt: null,
            },
          ]
        : [],
    ),
  );
  await store.dialing.changeCampaign(id, {
    ...change,
    status: "PAUSED",
    activity: { kind: "paused", message: "Paused by the supervisor." },
  });
  await store.close();
}
