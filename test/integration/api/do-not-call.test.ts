import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { doNotCallHandlers } from "../../../src/main/api/do-not-call";
import type { Services } from "../../../src/main/api/services";
import { FakeClock } from "../../support/fake-clock";
import { temporaryFolder, temporaryStore } from "../../support/temporary-store";

const DAY = 86_400_000;

async function scene() {
  const { store } = await temporaryStore();
  const clock = new FakeClock();
  const told: string[] = [];
  let saveAs: string | null = null;
  const handlers = doNotCallHandlers({
    store,
    clock,
    dialogs: { open: () => Promise.resolve(null), save: () => Promise.resolve(saveAs) },
    dialer: {
      contactRulesChanged: () => {
        told.push("engine");
        return Promise.resolve();
      },
    } as Partial<Services["dialer"]> as Services["dialer"],
    about: { timeZone: "America/New_York" } as Services["about"],
    emit: (event) => void told.push(event),
    numberImporter: null as unknown as Services["numberImporter"],
  });
  const add = (text: string, expiresAt: number | null = null, note = "") =>
    handlers["doNotCall.add"]({ text, defaultCountry: "US", expiresAt, note });
  const page = (search: string) =>
    handlers["doNotCall.page"]({
      search,
      sort: "number",
      descending: false,
      offset: 0,
      limit: 10,
    });
  const willSaveAs = (file: string) => (saveAs = file);
  return { handlers, clock, told, add, page, willSaveAs };
}

const EACH_CHANGE = ["doNotCall.changed", "engine"];

test("adds what can be read, says what cannot, and tells screens and the engine", async () => {
  const { add, told, page } = await scene();
  expect(await add("(415) 555-0132\nAna")).toEqual({
    added: 1,
    extended: 0,
    unchanged: 0,
    refused: [{ text: "Ana", detail: "It holds letters." }],
  });
  expect(told).toEqual(EACH_CHANGE);
  expect(await page("415 555")).toMatchObject({ total: 1, rows: [{ phone: "+14155550132" }] });
  expect(await page("Ana")).toEqual({ total: 0, rows: [] });
});

test("reading numbers changes nothing", async () => {
  const { handlers, add, told } = await scene();
  await add("+14155550132");
  told.length = 0;
  const pasted = { text: "+14155550132, +14155550133, 12", defaultCountry: "US" };
  expect(await handlers["doNotCall.check"](pasted)).toMatchObject({
    numbers: 2,
    listed: 1,
    refused: [{ text: "12" }],
  });
  expect(told).toEqual([]);
});

test("refuses an end that has passed, and adds nothing", async () => {
  const { handlers, add, clock } = await scene();
  await expect(add("+14155550132", clock.now())).rejects.toThrow("This date has passed");
  expect(await handlers["doNotCall.summary"](null)).toMatchObject({ numbers: 0 });
});

test("removes numbers and expired ones, and takes the last removal back", async () => {
  const { handlers, add, clock, told } = await scene();
  await add("+14155550132\n+14155550133", clock.now() + DAY);
  await add("+442071838750");
  await clock.advance(2 * DAY);
  told.length = 0;
  expect(await handlers["doNotCall.removeExpired"](null)).toMatchObject({ removed: 2 });
  const pasted = { text: "+44 20 7183 8750", defaultCountry: "US" };
  const { removalId, removed } = await handlers["doNotCall.remove"](pasted);
  expect(removed).toBe(1);
  expect(await handlers["doNotCall.undoRemoval"]({ removalId })).toEqual({ restored: 1 });
  expect(await handlers["doNotCall.summary"](null)).toMatchObject({ numbers: 1, expired: 0 });
  expect(told).toEqual([...EACH_CHANGE, ...EACH_CHANGE, ...EACH_CHANGE]);
});

test("exports the list in the supervisor's time, safe for spreadsheets", async () => {
  const { handlers, add, willSaveAs } = await scene();
  await add("+14155550132", Date.UTC(2099, 2, 4, 5), "=cmd");
  expect(await handlers["doNotCall.export"](null)).toBeNull();
  const file = path.join(await temporaryFolder(), "list.csv");
  willSaveAs(file);
  expect(await handlers["doNotCall.export"](null)).toBe(file);
  const text = await readFile(file, "utf8");
  expect(text).toContain("Phone,Added (America/New_York),Until (America/New_York),Source,Note");
  expect(text).toMatch(/\+14155550132,[\d :-]+,2099-03-04 00:00:00,By hand,'=cmd/);
});
