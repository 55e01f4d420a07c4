import { expect, test } from "@playwright/test";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline();
  supervisor = new Supervisor(paceline);
  await supervisor.open("Settings");
});

test.afterEach(() => paceline.close());

test("saves a setting at once, and still has it after going away and coming back", async () => {
  await supervisor.setQuota(500);
  await supervisor.open("Billing & Usage");
  await expect(supervisor.page.getByText("Quota: 500 minutes a month")).toBeVisible();
  await supervisor.open("Settings");
  await expect(supervisor.page.getByLabel("Minutes per month")).toHaveValue("500 min");
});

for (const { label, wrong, problem } of [
  { label: "Minutes per month", wrong: "200000000", problem: "at most 100,000,000" },
  { label: "Minutes per month", wrong: "-5", problem: "at least 0" },
  { label: "Minutes per month", wrong: "1.5", problem: "must be a whole number" },
  { label: "Calls per second", wrong: "500", problem: "At most 100." },
  { label: "Concurrent calls", wrong: "0", problem: "At least 1." },
  { label: "Concurrent calls", wrong: "1.5", problem: "must be a whole number" },
  { label: "Transcript service", wrong: "GA12", problem: "A service's SID is GA" },
]) {
  test(`says at the field that ${label} cannot be ${wrong}`, async () => {
    const field = supervisor.page.getByLabel(label, { exact: true });
    await field.fill(wrong);
    await field.press("Tab");
    await expect(supervisor.page.getByText(problem)).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  });
}

test("asks for credentials that can be right before it asks Twilio", async () => {
  const { page } = supervisor;
  await page.getByLabel("Account SID").fill("AC12");
  await page.getByRole("button", { name: "Check connection" }).click();
  await expect(page.getByText("An account SID is AC and 32 digits")).toBeVisible();
  await expect(page.getByText("The secret is required.")).toBeVisible();
});

test("turns dark at once", async () => {
  await supervisor.page.getByText("Dark", { exact: true }).click();
  await expect(supervisor.page.locator("html")).toHaveAttribute(
    "data-mantine-color-scheme",
    "dark",
  );
});
