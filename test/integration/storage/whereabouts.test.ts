import { expect, test } from "vitest";
import { openContactWriter } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { aDraft, NOW, numberOf } from "./scene";

const ZONES = [["Europe/Berlin"], [], ["Europe/Berlin"], ["America/Chicago", "America/Denver"]];

async function anAudienceAround() {
  const { store } = await temporaryStore();
  const writer = await openContactWriter(store.file, { kind: "new", name: "Around" }, [], NOW);
  await writer.insert(
    ZONES.map((timeZones, place) => ({
      line: place + 2,
      name: "",
      phone: numberOf(place),
      variables: {},
      timeZones,
    })),
  );
  return { store, audienceId: await writer.commit() };
}

test("tells in which time zones an audience is, the most frequent first", async () => {
  const { store, audienceId } = await anAudienceAround();
  const [first, ...others] = await store.audiences.whereabouts(audienceId);
  expect(first).toEqual({ timeZones: ["Europe/Berlin"], contacts: 2 });
  expect(others).toHaveLength(2);
  expect(others).toContainEqual({ timeZones: [], contacts: 1 });
  expect(others).toContainEqual({ timeZones: ZONES[3], contacts: 1 });
});

test("names the campaigns that may call a contact, newest first", async () => {
  const { store, audienceId } = await anAudienceAround();
  const first = await aDraft(store, { audienceId, name: "First" });
  const second = await aDraft(store, { audienceId, name: "Second" });
  await aDraft(store, { name: "Of others", from: 50 });
  for await (const contacts of store.audiences.allContacts(audienceId)) {
    for (const { id } of contacts) {
      expect(await store.campaigns.namesFor(id)).toEqual([
        { id: second, name: "Second", status: "DRAFT" },
        { id: first, name: "First", status: "DRAFT" },
      ]);
    }
  }
});
