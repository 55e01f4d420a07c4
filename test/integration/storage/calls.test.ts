import { expect, test } from "vitest";
import type { CallQuery, CallSort } from "../../../src/shared/call";
import type { AttemptId, CampaignId } from "../../../src/shared/ids";
import type { Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { aRunningCampaign, claimNext, ended, NOW } from "./scene";

const EVERYTHING: CallQuery = {
  campaignId: null,
  search: "",
  status: null,
  outcome: null,
  sort: "time",
  descending: false,
  offset: 0,
  limit: 100,
};

/** Talked for 30 s, no answer, invalid, talked for 90 s, on a call; the sixth is not called. */
async function fiveCalls(store: Store): Promise<{ id: CampaignId; attempts: AttemptId[] }> {
  const id = await aRunningCampaign(store, { contacts: 6 });
  const attempts: AttemptId[] = [];
  for (let place = 0; place < 5; place += 1) {
    attempts.push(...(await claimNext(store, id, 1, NOW + place)));
  }
  const talked = { kind: "completed", outcome: "talked" } as const;
  await store.dialing.record([
    ended(attempts[0]!, talked, { durationSeconds: 30 }),
    ended(attempts[1]!, { kind: "retry", outcome: "no_answer", notBefore: NOW + 9_000 }),
    ended(attempts[2]!, { kind: "failed", outcome: "invalid_number", reason: "None." }),
    ended(attempts[3]!, talked, { durationSeconds: 90 }),
    { kind: "placed", attemptId: attempts[4]!, sid: "CA5", state: "ringing", at: NOW },
  ]);
  return { id, attempts };
}

test("gives a row for each contact called, with all it shows", async () => {
  const { store } = await temporaryStore();
  const { id, attempts } = await fiveCalls(store);
  const { total, rows } = await store.calls.page({ ...EVERYTHING, campaignId: id });
  expect(total).toBe(5);
  expect(rows[0]).toEqual({
    campaignId: id,
    campaignName: "Spring",
    contactId: rows[0]?.contactId,
    name: "Contact 1",
    phone: "+14150000001",
    status: "COMPLETED",
    attemptState: null,
    outcome: "talked",
    durationSeconds: 30,
    attempts: 1,
    lastAttemptAt: NOW,
    nextAttemptAt: null,
    transcript: null,
    recording: "awaited",
    recordedAttemptId: attempts[0],
  });
  expect(rows[1]).toMatchObject({ status: "PENDING", nextAttemptAt: NOW + 9_000 });
  expect(rows[4]).toMatchObject({
    status: "IN_PROGRESS",
    attemptState: "ringing",
    recording: "none",
  });
});

test("a contact whose only call was cancelled before it rang has never been called: it is no row", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store, { contacts: 2 });
  const [cancelled, retried] = await claimNext(store, id, 2);
  await store.dialing.record([
    ended(cancelled!, { kind: "returned", notBefore: NOW }),
    ended(retried!, { kind: "retry", outcome: "busy", notBefore: NOW }),
  ]);
  const pending = { ...EVERYTHING, campaignId: id, status: "PENDING" } as const;
  const { total, rows } = await store.calls.page(pending);
  expect(rows.map(({ name, attempts }) => ({ name, attempts }))).toEqual([
    { name: "Contact 2", attempts: 1 },
  ]);
  expect(total).toBe((await store.dialing.figures(id)).waitingForRetry);

  // It appears when it is called after all, and counts once.
  await claimNext(store, id, 2);
  expect((await store.calls.page({ ...EVERYTHING, campaignId: id })).total).toBe(2);
});

test("sorts by every column both ways, and pages without repeating or leaving out", async () => {
  const { store } = await temporaryStore();
  const { id } = await fiveCalls(store);
  const sorted = async (sort: CallSort, descending: boolean, campaignId: CampaignId | null) => {
    const places: string[] = [];
    for (let offset = 0; offset < 5; offset += 2) {
      const query = { ...EVERYTHING, campaignId, sort, descending, offset, limit: 2 };
      const { rows } = await store.calls.page(query);
      places.push(...rows.map(({ name }) => name.slice(-1)));
    }
    return places.join("");
  };
  const ascending: Record<CallSort, string> = {
    time: "12345",
    contact: "12345",
    status: "14352",
    duration: "23514",
    attempts: "12345",
  };
  for (const [sort, places] of Object.entries(ascending) as [CallSort, string][]) {
    for (const campaignId of [id, null]) {
      expect(await sorted(sort, false, campaignId), sort).toBe(places);
      expect(await sorted(sort, true, campaignId), sort).toBe(places.split("").reverse().join(""));
    }
  }
});

test("filters by status, outcome, name and number, and totals what it found", async () => {
  const { store } = await temporaryStore();
  const { id } = await fiveCalls(store);
  const found = async (changes: Partial<CallQuery>) => {
    const { total, rows } = await store.calls.page({ ...EVERYTHING, campaignId: id, ...changes });
    expect(total).toBe(rows.length);
    return rows.map(({ name }) => name.slice(-1)).join("");
  };
  expect(await found({ status: "COMPLETED" })).toBe("14");
  expect(await found({ status: "PENDING" })).toBe("2");
  expect(await found({ status: "IN_PROGRESS" })).toBe("5");
  expect(await found({ status: "FAILED" })).toBe("3");
  expect(await found({ outcome: "talked" })).toBe("14");
  expect(await found({ outcome: "talked", status: "FAILED" })).toBe("");
  expect(await found({ search: "tact 3" })).toBe("3");
  expect(await found({ search: "415 000 0004" })).toBe("4");
  expect(await found({ search: "%" })).toBe("");
  expect(await found({ campaignId: 99 as CampaignId })).toBe("");
});

test("every order of a campaign's calls is read from an index, without sorting", async () => {
  const { store, rows } = await temporaryStore();
  const { id } = await fiveCalls(store);
  const orders = {
    call_by_time: "last_attempt_at, contact_id",
    call_by_contact: "name collate nocase, phone, last_attempt_at, contact_id",
    call_by_status: "status, last_attempt_at, contact_id",
    call_by_duration: "duration_seconds, last_attempt_at, contact_id",
    call_by_attempts: "attempts, last_attempt_at, contact_id",
  };
  for (const [index, order] of Object.entries(orders)) {
    const plan = await rows(
      `explain query plan select campaign_id, contact_id from campaign_contact
      where last_attempt_at is not null and campaign_id = ${id} order by ${order} limit 9 offset 9`,
    );
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining(`USING COVERING INDEX ${index} `),
    ]);
  }
});

test("gives what is kept of a recorded call, and says when there is nothing", async () => {
  const { store } = await temporaryStore();
  const { attempts, id } = await fiveCalls(store);
  const [recorded, unanswered] = attempts;
  await expect(store.calls.recorded(unanswered!)).rejects.toThrow("not there");
  await expect(store.calls.recorded(recorded!)).rejects.toThrow("not been fetched yet");
  const lines = [{ speaker: "ai", start: 0, end: 1.5, text: "Hello." }] as const;
  await store.recordings.recordingKept(recorded!, {
    recordingSid: "RE1",
    fileName: "RE1.wav",
    durationSeconds: 30,
  });
  const transcriptOf = async () => {
    const { transcriptState, transcriptProblem } = await store.calls.recorded(recorded!);
    return [transcriptState, transcriptProblem];
  };
  expect(await transcriptOf()).toEqual(["awaited", null]);
  await store.recordings.transcriptRequested(recorded!, "GT1");
  expect(await transcriptOf()).toEqual(["awaited", null]);
  await store.recordings.transcriptKept(recorded!, { summary: "They talked.", lines });
  expect(await store.calls.recorded(recorded!)).toEqual({
    attemptId: recorded,
    campaignId: id,
    fileName: "RE1.wav",
    durationSeconds: 30,
    summary: "They talked.",
    transcript: lines,
    transcriptState: "ready",
    transcriptProblem: null,
  });
  const { rows } = await store.calls.page({ ...EVERYTHING, campaignId: id });
  expect(rows[0]).toMatchObject({ transcript: "They talked.", recording: "ready" });
});
