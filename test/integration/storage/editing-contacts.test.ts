import { expect, test } from "vitest";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import type { AudienceId, ContactId } from "../../../src/shared/ids";
import { HOUR } from "../../../src/shared/instant";
import { openContactWriter, type KeptContact, type Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import type { aDraft } from "./scene";
import { anAudience, aRunningCampaign, claimNext, ended, NOW, numberOf } from "./scene";

const aContact = (place: number, changes: Partial<KeptContact> = {}): KeptContact => ({
  name: `Contact ${place}`,
  phone: numberOf(place),
  variables: { city: "Springfield" },
  country: "US",
  lineType: null,
  timeZones: null,
  externalId: null,
  alternatePhones: [],
  ...changes,
});

async function contactsOf(store: Store, id: AudienceId, search = "") {
  const { total, rows } = await store.audiences.contacts(id, { search, offset: 0, limit: 50 }, NOW);
  return [total, ...rows.map(({ name }) => name)];
}

async function cancel(store: Store, id: Awaited<ReturnType<typeof aDraft>>) {
  await store.dialing.changeCampaign(id, {
    status: "CANCELLED",
    pauseReason: null,
    at: NOW,
    activity: { kind: "cancelled", message: "Cancelled." },
  });
}

test("a contact is added, changed and removed, and found by what it is called now", async () => {
  const { store } = await temporaryStore();
  const audience = await anAudience(store, 2);
  expect(await contactsOf(store, audience)).toEqual([2, "Contact 1", "Contact 2"]);
  const id = await store.contacts.add(
    audience,
    aContact(7, { name: "Ana", variables: { plan: "gold" } }),
  );
  expect(await contactsOf(store, audience)).toEqual([3, "Contact 1", "Contact 2", "Ana"]);
  expect((await store.audiences.get(audience)).variables).toEqual(["city", "plan"]);
  await store.tidied();

  const changed = aContact(8, {
    name: "Bea",
    externalId: "K-8",
    timeZones: ["Europe/Berlin"],
    alternatePhones: [numberOf(9)],
  });
  await store.contacts.change(audience, id, changed);
  expect(await store.contacts.get(audience, id, NOW)).toEqual({
    ...changed,
    id,
    doNotCall: false,
    lastCalledAt: null,
  });
  expect(await contactsOf(store, audience, "Ana")).toEqual([0]);
  expect(await contactsOf(store, audience, "bea")).toEqual([1, "Bea"]);

  await store.contacts.remove(audience, id);
  expect(await contactsOf(store, audience)).toEqual([2, "Contact 1", "Contact 2"]);
  await expect(store.contacts.get(audience, id, NOW)).rejects.toThrow("not there");
});

test("a number that the audience has already is refused, with whose it is", async () => {
  const { store } = await temporaryStore();
  const audience = await anAudience(store, 2);
  const other = await anAudience(store, 2);
  await expect(store.contacts.add(audience, aContact(2))).rejects.toMatchObject({
    error: { field: "phone", message: "This audience has the number already: “Contact 2”." },
  });
  const first = 1 as ContactId;
  // Also once its numbers can be searched.
  await contactsOf(store, audience);
  await store.tidied();
  await expect(store.contacts.change(audience, first, aContact(2))).rejects.toThrow("“Contact 2”");
  await store.contacts.change(audience, first, aContact(1, { name: "Same number" }));
  await expect(store.contacts.change(other, first, aContact(5))).rejects.toThrow("not there");
});

test("nobody is added while an import is under way, whose rows would be shown with him", async () => {
  const { store, file } = await temporaryStore();
  const audienceId = await anAudience(store, 2);
  const writer = await openContactWriter(file, { kind: "append", audienceId }, [], NOW);
  const adding = store.contacts.add(audienceId, aContact(7));
  await expect(adding).rejects.toThrow("an import into this audience is under way");
  await writer.rollback();
  await store.contacts.add(audienceId, aContact(7));
});

test("while a campaign dials, its contacts keep their numbers and stay", async () => {
  const { store } = await temporaryStore();
  const audience = await anAudience(store, 3);
  const campaign = await aRunningCampaign(store, { audienceId: audience, name: "Spring" });
  const contact = 2 as ContactId;
  await expect(store.contacts.remove(audience, contact)).rejects.toThrow(
    "The contact was not removed: “Spring” needs it.",
  );
  await expect(store.contacts.change(audience, contact, aContact(9))).rejects.toThrow(
    "The number was not changed: “Spring” needs it.",
  );
  await store.contacts.change(audience, contact, aContact(2, { name: "Another name" }));
  const [attempt] = await claimNext(store, campaign, 1);
  await cancel(store, campaign);
  await expect(store.contacts.remove(audience, 1 as ContactId)).rejects.toThrow("is on a call");
  await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
  await store.contacts.remove(audience, 1 as ContactId);
  await store.contacts.remove(audience, contact);
  expect(await store.dialing.figures(campaign)).toMatchObject({ total: 3, completed: 1 });
});

test("all calls of a contact and to its number are seen together, the latest first", async () => {
  const { store } = await temporaryStore();
  const audience = await anAudience(store, 2);
  const other = await anAudience(store, 1);
  for (const [place, audienceId] of [audience, other].entries()) {
    const campaign = await aRunningCampaign(store, { audienceId, name: `Campaign ${place}` });
    const [attempt] = await claimNext(store, campaign, 1, NOW + place);
    await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
    await cancel(store, campaign);
  }
  const calls = await store.contacts.calls(1 as ContactId);
  expect(calls.map(({ campaignName }) => campaignName)).toEqual(["Campaign 1", "Campaign 0"]);
  await store.contacts.change(audience, 1 as ContactId, aContact(77));
  const after = await store.contacts.calls(1 as ContactId);
  expect(after.map(({ campaignName }) => campaignName)).toEqual(["Campaign 0"]);
  expect(await store.contacts.calls(2 as ContactId)).toEqual([]);
});

test("appended contacts join the campaigns that say so, and nobody else's", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 2);
  const dialing = { ...DEFAULT_DIALING, appendedContactsJoin: true };
  const joined = await aRunningCampaign(store, { audienceId, dialing });
  const closed = await aRunningCampaign(store, { audienceId });
  const over = await aRunningCampaign(store, { audienceId, dialing });
  await cancel(store, over);
  await claimNext(store, joined, 2);
  expect(await store.dialing.readyContacts(joined, NOW, 9, null)).toEqual([]);

  await store.contacts.add(audienceId, aContact(3));
  const totals = async () =>
    Promise.all(
      [joined, closed, over].map(async (id) => {
        const { total, pending, inProgress } = await store.dialing.figures(id);
        return [total, pending, inProgress];
      }),
    );
  expect(await totals()).toEqual([
    [3, 1, 2],
    [2, 2, 0],
    [2, 2, 0],
  ]);
  const ready = await store.dialing.readyContacts(joined, NOW, 9, null);
  expect(ready.map(({ phone }) => phone)).toEqual([numberOf(3)]);
});

test("a campaign does not complete in the moment in which contacts join it", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 1);
  const dialing = { ...DEFAULT_DIALING, appendedContactsJoin: true };
  const campaign = await aRunningCampaign(store, { audienceId, dialing });
  const [attempt] = await claimNext(store, campaign, 1);
  await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
  await store.contacts.add(audienceId, aContact(3));
  const complete = store.dialing.changeCampaign(campaign, {
    status: "COMPLETED",
    pauseReason: null,
    at: NOW,
    activity: { kind: "completed", message: "Completed." },
  });
  await expect(complete).rejects.toThrow("contacts have joined it");
  expect((await store.campaigns.get(campaign)).status).toBe("IN_PROGRESS");
});

test("a contact that waits for calling hours where it is not is looked at anew once its time zone is mended", async () => {
  const { store } = await temporaryStore();
  const audience = await anAudience(store, 2);
  const id = await aRunningCampaign(store, { audienceId: audience });
  const later = NOW + 8 * HOUR;
  const [first, second] = await store.dialing.readyContacts(id, NOW, 10, null);
  const waits = { kind: "waits", until: later } as const;
  await store.dialing.putOff(id, [
    { ...waits, contactId: first!.contactId, waitsFor: "calling-hours" },
    { ...waits, contactId: second!.contactId, waitsFor: "attempt-limit" },
  ]);
  const mended = (place: number) => aContact(place, { timeZones: ["Europe/Berlin"] });
  await store.contacts.change(audience, first!.contactId, mended(1));
  await store.contacts.change(audience, second!.contactId, mended(2));
  const due = await store.dialing.readyContacts(id, NOW, 10, null);
  expect(due).toMatchObject([{ contactId: first!.contactId, timeZones: ["Europe/Berlin"] }]);
});
