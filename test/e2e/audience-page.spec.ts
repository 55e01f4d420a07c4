import { expect, test, type Locator } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { tabTo } from "../support/keyboard";
import { Supervisor } from "../support/supervisor";

let paceline: RunningPaceline;
let supervisor: Supervisor;

test.beforeEach(async () => {
  paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "10" } });
  supervisor = new Supervisor(paceline);
  await supervisor.page.emulateMedia({ reducedMotion: "reduce" });
});

test.afterEach(() => paceline.close());

const MEMBERS = [
  "Name,Phone,Plan",
  "Dana Fox,+14155550132,Gold",
  "Ana Lee,+14155550133,Basic",
  "Jürgen Schäfer,+493023125417,Gold",
  "Bob Okafor,+12125550147,Silver",
].join("\n");

/** Ends on the page of an audience with these four members. */
async function openMembers(): Promise<void> {
  const { page } = supervisor;
  await supervisor.importAudience("Members", MEMBERS);
  await page.getByRole("link", { name: "Members" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "Dana Fox" })).toBeVisible();
}

/** The contacts' names, from the top. */
async function expectNames(...names: string[]): Promise<void> {
  const firstCells = supervisor.page.locator(
    "[role=grid][aria-label=Contacts] [role=row] [role=gridcell]:first-child",
  );
  await expect(firstCells).toHaveText(names);
}

function openMenu(item: string): Promise<void> {
  const { page } = supervisor;
  return page
    .getByRole("button", { name: "More for this audience" })
    .click()
    .then(() => page.getByRole("menuitem", { name: item }).click());
}

test("searches, sorts and filters contacts, and finds the view as it was on the way back", async () => {
  const { page } = supervisor;
  await openMembers();
  await expectNames("Dana Fox", "Ana Lee", "Jürgen Schäfer", "Bob Okafor");
  await expect(page.getByRole("gridcell", { name: "+1 415 555 0132" })).toBeVisible();

  await page.getByRole("button", { name: "Name" }).click();
  await expectNames("Ana Lee", "Bob Okafor", "Dana Fox", "Jürgen Schäfer");
  await page.getByRole("button", { name: "Plan" }).click();
  await expectNames("Ana Lee", "Dana Fox", "Jürgen Schäfer", "Bob Okafor");
  await page.getByRole("button", { name: "Plan" }).click();
  await expectNames("Bob Okafor", "Jürgen Schäfer", "Dana Fox", "Ana Lee");

  await page.getByRole("combobox", { name: "Country" }).selectOption("United States (3)");
  await expectNames("Bob Okafor", "Dana Fox", "Ana Lee");
  await page.getByRole("searchbox", { name: "Search contacts" }).fill("(415) 555");
  await expectNames("Dana Fox", "Ana Lee");
  await expect(page.getByRole("status").getByText("2 contacts")).toBeVisible();
  await page.getByRole("button", { name: "Called before" }).click();
  await expect(page.getByRole("heading", { name: "No contact found" })).toBeVisible();
  await page.getByRole("button", { name: "Called before" }).click();
  await expectNames("Dana Fox", "Ana Lee");

  await page.getByRole("gridcell", { name: "Ana Lee" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ana Lee" })).toBeVisible();
  await page.getByRole("link", { name: "‹ Members" }).click();
  await expectNames("Dana Fox", "Ana Lee");
  await expect(page.getByRole("searchbox", { name: "Search contacts" })).toHaveValue("(415) 555");
});

test("opens a contact by the keyboard alone, and shows what is known of it", async () => {
  const { page } = supervisor;
  await openMembers();
  await tabTo(page, page.getByRole("grid", { name: "Contacts" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Jürgen Schäfer" })).toBeVisible();
  await expect(factOf("Phone")).toHaveText("+49 30 23125417");
  await expect(factOf("Country")).toHaveText("Germany");
  await expect(factOf("Time zone")).toHaveText("Europe/Berlin");
  await expect(factOf("Local time")).toHaveText(/^\d\d:\d\d$/);
  await expect(factOf("Plan")).toHaveText("Gold");
  await expect(page.getByRole("heading", { name: "Never called" })).toBeVisible();
});

function factOf(term: string): Locator {
  return supervisor.page
    .locator("dt", { hasText: term })
    .first()
    .locator("xpath=following-sibling::dd[1]");
}

test("adds, edits and removes a contact; a number that is there already is refused", async () => {
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");
  await openMembers();
  await page.getByRole("button", { name: "Add contact…" }).click();
  await dialog.getByLabel("Name").fill("Zoë Quinn");
  await dialog.getByRole("textbox", { name: "Phone", exact: true }).fill("(415) 555-0133");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This audience has the number already: “Ana Lee”.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Phone", exact: true }).fill("12");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByText("This number cannot be called:")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Phone", exact: true }).fill("+1 415 555 0177");
  await dialog.getByLabel("Plan").fill("Silver");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expectNames("Dana Fox", "Ana Lee", "Jürgen Schäfer", "Bob Okafor", "Zoë Quinn");

  await page.getByRole("gridcell", { name: "Zoë Quinn" }).click();
  await page.getByRole("button", { name: "Edit…" }).click();
  await dialog.getByLabel("Name").fill("Zoe Quinn-Lee");
  await dialog.getByLabel("External ID").fill("K-77");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Zoe Quinn-Lee" })).toBeVisible();
  await expect(factOf("External ID")).toHaveText("K-77");

  await page.getByRole("button", { name: "Remove…" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expectNames("Dana Fox", "Ana Lee", "Jürgen Schäfer", "Bob Okafor");
});

test("duplicates an audience, and splits it by what the table shows", async () => {
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");
  await openMembers();
  await openMenu("Duplicate…");
  await dialog.getByLabel("Name").fill("Members again");
  await dialog.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Members again" })).toBeVisible();
  await expectNames("Dana Fox", "Ana Lee", "Jürgen Schäfer", "Bob Okafor");

  await page.getByRole("searchbox", { name: "Search contacts" }).fill("415");
  await expectNames("Dana Fox", "Ana Lee");
  await openMenu("Split…");
  await dialog.getByLabel("Name of the first part").fill("California");
  await dialog.getByLabel("Name of the rest").fill("Elsewhere");
  await dialog.getByRole("button", { name: "Split" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audiences" })).toBeVisible();
  await page.getByRole("link", { name: "Elsewhere" }).click();
  await expectNames("Jürgen Schäfer", "Bob Okafor");
});

test("an audience that a campaign dials says which, and refuses what the campaign would stumble over", async () => {
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");
  await supervisor.createFlow("Hello");
  await openMembers();
  await supervisor.createCampaign({ name: "Spring", flow: "Hello", audience: "Members" });
  await supervisor.startCampaign();
  await page.getByRole("button", { name: "Pause" }).click();
  await supervisor.expectStatus("PAUSED");

  await supervisor.open("Audiences");
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("gridcell", { name: "Bob Okafor" }).click();
  await page.getByRole("button", { name: "Remove…" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "The contact was not removed: “Spring” needs it.",
  );
  await page.getByRole("link", { name: "‹ Members" }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "The audience was not deleted: “Spring” needs it.",
  );
});

test("contacts appended while a campaign waits for its last calls join it, and their calls are seen on their page", async () => {
  test.setTimeout(90_000);
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");
  await supervisor.createFlow("Hello");
  await supervisor.importAudience("Few", "Name,Phone\nAna,+15005551001");
  await supervisor.fillCampaign({
    name: "Spring",
    flow: "Hello",
    audience: "Few",
    callsPerMinute: 600,
  });
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByLabel("Contacts appended to the audience join this campaign").check();
  await page.getByRole("button", { name: "Create Campaign", exact: true }).click();
  await supervisor.startCampaign();
  await expect.poll(() => supervisor.tile("In Progress")).toBe(1);

  await supervisor.open("Audiences");
  await page.getByRole("link", { name: "Few" }).click();
  await page.getByRole("button", { name: "Add contact…" }).click();
  await dialog.getByLabel("Name").fill("Ben");
  await dialog.getByRole("textbox", { name: "Phone", exact: true }).fill("+15005551002");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expectNames("Ana", "Ben");

  await supervisor.open("Campaigns");
  await page.getByRole("link", { name: "Spring" }).click();
  await expect.poll(() => supervisor.tile("Total")).toBe(2);
  await expect.poll(() => supervisor.tile("Completed"), { timeout: 60_000 }).toBe(2);
  await supervisor.expectStatus("COMPLETED", 20_000);

  await supervisor.open("Audiences");
  await page.getByRole("link", { name: "Few" }).click();
  await page.getByRole("gridcell", { name: "Ben" }).click();
  await page.getByRole("row").filter({ hasText: "Spring" }).click();
  await expect(page.getByRole("complementary", { name: "Call with Ben" })).toContainText(
    "Attempts",
  );
});

test("the audience's pages and dialogs can be used with a screen reader, in light and dark", async () => {
  test.setTimeout(120_000);
  const { page } = supervisor;
  const dialog = page.getByRole("dialog");
  await openMembers();
  await expectAccessible(page, "an audience");
  await page.getByRole("button", { name: "More for this audience" }).click();
  await expect(page.getByRole("menuitem", { name: "Split…" })).toBeVisible();
  await expectAccessible(page, "an audience with its menu");
  await page.getByRole("menuitem", { name: "Split…" }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page, "Split");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add contact…" }).click();
  await dialog.getByRole("textbox", { name: "Phone", exact: true }).fill("12");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This number cannot be called:")).toBeVisible();
  await expectAccessible(page, "Add a contact with its error");
  await page.keyboard.press("Escape");
  await page.getByRole("gridcell", { name: "Dana Fox" }).click();
  await expect(page.getByRole("heading", { name: "Never called" })).toBeVisible();
  await expectAccessible(page, "a contact");
});
