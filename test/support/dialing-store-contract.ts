import { describe, expect, test } from "vitest";
import type {
  AttemptChange,
  Claim,
  ContactNext,
  DialingStore,
  OpenAttempt,
  ReadyContact,
} from "../../src/main/dialing/ports";
import type { AttemptId, CampaignId } from "../../src/shared/ids";
import type { Instant } from "../../src/shared/instant";
import type { PhoneNumber } from "../../src/shared/phone-number";

/** A store with campaigns that dial numbers: 1 and 2 are the same in each campaign that has them. */
export interface ContractStore {
  readonly store: DialingStore;
  /** Puts a number on the do-not-call list; `until` null: for good. */
  suppress(number: number, until: Instant | null): Promise<void>;
  /** A running campaign whose audience has these numbers, in this order. */
  campaign(numbers: readonly number[]): Promise<CampaignId>;
}

const NOW: Instant = Date.UTC(2027, 2, 14, 12);
const FROM = "+14155550100" as PhoneNumber;
const MINUTE = 60_000;

/** What the dialing engine relies on, whichever store it works with. */
export function dialingStoreContract(name: string, open: () => Promise<ContractStore>): void {
  describe(`${name} keeps the dialing store's promises`, () => {
    const claimOf = (
      campaignId: CampaignId,
      contact: Pick<ReadyContact, "contactId" | "phone" | "attempts">,
      at = NOW,
    ): Claim => ({
      campaignId,
      contactId: contact.contactId,
      number: contact.attempts + 1,
      to: contact.phone,
      from: FROM,
      at,
      timeZones: [],
      startsAtMost: [],
    });

    async function claimNext(store: DialingStore, id: CampaignId, at = NOW): Promise<OpenAttempt> {
      const [contact] = await store.readyContacts(id, at, 1, null);
      const [result] = await store.claim([claimOf(id, contact as ReadyContact, at)]);
      if (result?.kind !== "claimed") throw new Error("The next contact was fenced");
      return result.attempt;
    }

    const end = (attemptId: AttemptId, next: ContactNext, endedAt = NOW): AttemptChange => ({
      kind: "ended",
      attemptId,
      outcome: next.kind === "returned" ? "cancelled" : next.outcome,
      reason: null,
      endedAt,
      answeredAt: null,
      durationSeconds: null,
      recorded: false,
      next,
    });

    const retry = (notBefore: Instant): ContactNext & { kind: "retry" } => ({
      kind: "retry",
      outcome: "no_answer",
      notBefore,
    });

    test("names contacts never called in the audience's order, due retries before them", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2, 3, 4]);
      const first = await claimNext(store, id);
      const second = await claimNext(store, id);
      await store.record([end(first.id, retry(NOW + 2 * MINUTE))]);
      await store.record([end(second.id, retry(NOW + MINUTE))]);
      const ready = async (at: Instant, limit = 10) =>
        (await store.readyContacts(id, at, limit, null)).map(({ contactId }) => contactId);
      const fresh = await ready(NOW);
      expect(fresh).toHaveLength(2);
      expect(await ready(NOW + 2 * MINUTE)).toEqual([second.contactId, first.contactId, ...fresh]);
      expect(await ready(NOW + 2 * MINUTE, 1)).toEqual([second.contactId]);
      expect(await store.nextDue(id)).toEqual({ at: NOW + MINUTE, waitsFor: "retry-delay" });
      expect(await store.lastDue(id)).toBe(NOW + 2 * MINUTE);
    });

    test("an attempt knows those of its contact before it that count", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const first = await claimNext(store, id);
      expect(first.earlier).toEqual([]);
      await store.record([end(first.id, retry(NOW + MINUTE))]);
      const takenBack = await claimNext(store, id, NOW + MINUTE);
      await store.record([end(takenBack.id, { kind: "returned", notBefore: NOW + 2 * MINUTE })]);
      const second = await claimNext(store, id, NOW + 2 * MINUTE);
      await store.record([end(second.id, { ...retry(NOW + 3 * MINUTE), outcome: "busy" })]);
      const third = await claimNext(store, id, NOW + 3 * MINUTE);
      const earlier = [
        { outcome: "no_answer", startedAt: NOW },
        { outcome: "busy", startedAt: NOW + 2 * MINUTE },
      ];
      expect(third.earlier).toEqual(earlier);
      expect(await store.openAttempts()).toMatchObject([{ id: third.id, earlier }]);
    });

    test("tells how many attempts of a contact count", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const attempt = await claimNext(store, id);
      await store.record([end(attempt.id, { kind: "returned", notBefore: NOW })]);
      expect(await store.readyContacts(id, NOW, 5, null)).toMatchObject([{ attempts: 0 }]);
      const again = await claimNext(store, id);
      expect(again.number).toBe(1);
      await store.record([end(again.id, retry(NOW))]);
      expect(await store.readyContacts(id, NOW, 5, null)).toMatchObject([{ attempts: 1 }]);
    });

    test("claims a contact once, whoever asks", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const [contact] = await store.readyContacts(id, NOW, 1, null);
      const claim = claimOf(id, contact as ReadyContact);
      const together = await store.claim([claim, { ...claim }]);
      expect(together.map(({ kind }) => kind)).toEqual(["claimed", "fenced"]);
      expect(await store.claim([claim])).toEqual([{ kind: "fenced" }]);
      expect(await store.openAttempts()).toHaveLength(1);
    });

    test("does not claim a contact that has ended", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const attempt = await claimNext(store, id);
      const { contactId, to: phone } = attempt;
      await store.record([end(attempt.id, { kind: "completed", outcome: "talked" })]);
      const claim = claimOf(id, { contactId, phone, attempts: 1 });
      expect(await store.claim([claim])).toEqual([{ kind: "fenced" }]);
    });

    test("does not claim a contact that was read before its last call: it is to wait", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const [readBefore] = await store.readyContacts(id, NOW, 1, null);
      const attempt = await claimNext(store, id);
      await store.record([end(attempt.id, retry(NOW + MINUTE))]);
      const { contactId, to: phone } = attempt;
      const claims = [
        claimOf(id, readBefore as ReadyContact, NOW + 2 * MINUTE),
        claimOf(id, { contactId, phone, attempts: 1 }, NOW + MINUTE - 1),
      ];
      for (const claim of claims) expect(await store.claim([claim])).toEqual([{ kind: "fenced" }]);
      const due = claimOf(id, { contactId, phone, attempts: 1 }, NOW + MINUTE);
      expect(await store.claim([due])).toMatchObject([{ kind: "claimed" }]);
    });

    test("does not claim for a campaign that was paused", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const [contact] = await store.readyContacts(id, NOW, 1, null);
      await store.changeCampaign(id, {
        status: "PAUSED",
        pauseReason: { kind: "supervisor", message: "Paused." },
        at: NOW,
        activity: { kind: "paused", message: "Paused." },
      });
      expect(await store.claim([claimOf(id, contact as ReadyContact)])).toEqual([
        { kind: "fenced" },
      ]);
    });

    test("tells who is on the do-not-call list, and claims none of them", async () => {
      const { store, campaign, suppress } = await open();
      const id = await campaign([1, 2, 3]);
      const before = await store.readyContacts(id, NOW, 3, null);
      await suppress(1, null);
      await suppress(2, NOW + MINUTE);
      const ready = await store.readyContacts(id, NOW, 3, null);
      expect(ready.map(({ suppression }) => suppression)).toEqual([
        { until: null },
        { until: NOW + MINUTE },
        null,
      ]);
      const kinds = async (at: Instant) =>
        (await store.claim(before.slice(0, 2).map((one) => claimOf(id, one, at)))).map(
          ({ kind }) => kind,
        );
      expect(await kinds(NOW)).toEqual(["fenced", "fenced"]);
      expect(await kinds(NOW + MINUTE)).toEqual(["fenced", "claimed"]);
    });

    test("tells when calls to a number began in any campaign, and claims it no oftener", async () => {
      const { store, campaign } = await open();
      const [first, second] = [await campaign([1]), await campaign([1])];
      const attempt = await claimNext(store, first);
      await store.record([end(attempt.id, { kind: "completed", outcome: "talked" })]);
      const startsSince = async (from: Instant | null) =>
        (await store.readyContacts(second, NOW + 1, 1, from))[0]?.startsToNumber;
      expect(await startsSince(null)).toEqual([]);
      expect(await startsSince(NOW)).toEqual([]);
      expect(await startsSince(NOW - 1)).toEqual([NOW]);
      const [contact] = await store.readyContacts(second, NOW + 1, 1, null);
      const claim = (starts: number, since: Instant) =>
        store.claim([
          {
            ...claimOf(second, contact as ReadyContact, NOW + 1),
            startsAtMost: [{ starts, since }],
          },
        ]);
      expect(await claim(1, NOW - 1)).toEqual([{ kind: "fenced" }]);
      expect(await claim(2, NOW - 1)).toMatchObject([{ kind: "claimed" }]);
    });

    test("a call that was taken back does not count against its number", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const attempt = await claimNext(store, id);
      await store.record([end(attempt.id, { kind: "returned", notBefore: NOW })]);
      expect(await store.readyContacts(id, NOW, 1, NOW - 1)).toMatchObject([
        { startsToNumber: [] },
      ]);
    });

    test("who is put off is due when it says, or ends without a call", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2, 3, 4]);
      const called = await claimNext(store, id);
      await store.record([end(called.id, retry(NOW))]);
      const ready = await store.readyContacts(id, NOW, 9, null);
      const [again, two, three, four] = ready.map(({ contactId }) => contactId);
      const never = { kind: "never", outcome: "do_not_call", reason: "Listed." } as const;
      const waits = { kind: "waits", waitsFor: "calling-hours", until: NOW + MINUTE } as const;
      await store.putOff(id, [
        { contactId: again!, ...never },
        { contactId: two!, ...waits },
        { contactId: three!, ...never },
      ]);
      const left = await store.readyContacts(id, NOW, 9, null);
      expect(left.map(({ contactId }) => contactId)).toEqual([four]);
      expect(await store.nextDue(id)).toEqual({ at: NOW + MINUTE, waitsFor: "calling-hours" });
      expect(await store.figures(id)).toEqual({
        total: 4,
        pending: 2,
        waitingForRetry: 0,
        inProgress: 0,
        unresolved: 0,
        completed: 0,
        failed: 2,
        outcomes: { do_not_call: 2 },
      });
      const due = await store.readyContacts(id, NOW + MINUTE, 9, null);
      expect(due.map(({ contactId }) => contactId)).toEqual([two, four]);
    });

    test("who was claimed meanwhile is not put off", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2]);
      const open_ = await claimNext(store, id);
      const before = await store.figures(id);
      await store.putOff(id, [
        { contactId: open_.contactId, kind: "never", outcome: "do_not_call", reason: "Listed." },
      ]);
      expect(await store.figures(id)).toEqual(before);
      expect(await store.openAttempts()).toHaveLength(1);
    });

    test("when rules change, who waits for them is due at once, and retries keep their delay", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2, 3]);
      const called = await claimNext(store, id);
      await store.record([end(called.id, retry(NOW + MINUTE))]);
      const [two, three] = await store.readyContacts(id, NOW, 9, null);
      const until = NOW + 60 * MINUTE;
      await store.putOff(id, [
        { contactId: two!.contactId, kind: "waits", waitsFor: "calling-hours", until },
        { contactId: three!.contactId, kind: "waits", waitsFor: "do-not-call", until },
      ]);
      await store.lookAgain(["calling-hours"], NOW);
      const due = await store.readyContacts(id, NOW, 9, null);
      expect(due.map(({ contactId }) => contactId)).toEqual([two!.contactId]);
      await store.lookAgain(["attempt-limit", "do-not-call"], NOW);
      expect(await store.readyContacts(id, NOW, 9, null)).toHaveLength(2);
    });

    test("fences a number across campaigns until its call has ended", async () => {
      const { store, campaign } = await open();
      const [first, second] = [await campaign([1, 2]), await campaign([1, 3])];
      const attempt = await claimNext(store, first);
      const ready = await store.readyContacts(second, NOW, 5, null);
      const same = ready.find(({ phone }) => phone === attempt.to) as ReadyContact;
      const other = ready.find(({ phone }) => phone !== attempt.to) as ReadyContact;
      const results = await store.claim([claimOf(second, same), claimOf(second, other)]);
      expect(results.map(({ kind }) => kind)).toEqual(["fenced", "claimed"]);
      await store.record([end(attempt.id, { kind: "completed", outcome: "talked" })]);
      expect(await store.readyContacts(second, NOW, 5, null)).toMatchObject([
        { phone: same.phone },
      ]);
      expect(await store.claim([claimOf(second, same)])).toMatchObject([{ kind: "claimed" }]);
    });

    test("tells how a contact stands in a campaign", async () => {
      const { store, campaign, suppress } = await open();
      const id = await campaign([1, 2]);
      const other = await campaign([3]);
      const [contact] = await store.readyContacts(id, NOW, 1, null);
      const { contactId, phone } = contact as ReadyContact;
      const standing = () => store.standing(id, contactId, 0);
      expect(await standing()).toEqual({
        phone,
        timeZones: [],
        suppression: null,
        startsToNumber: [],
        status: "PENDING",
        attempts: 0,
        notBefore: null,
        waitsFor: "retry-delay",
        outcome: null,
      });
      const attempt = await claimNext(store, id);
      expect(await standing()).toMatchObject({ status: "IN_PROGRESS", startsToNumber: [NOW] });
      await store.record([end(attempt.id, retry(NOW + MINUTE))]);
      await suppress(1, NOW + 9);
      expect(await standing()).toMatchObject({
        status: "PENDING",
        attempts: 1,
        notBefore: NOW + MINUTE,
        suppression: { until: NOW + 9 },
      });
      const until = NOW + 2 * MINUTE;
      await store.putOff(id, [{ contactId, kind: "waits", waitsFor: "attempt-limit", until }]);
      expect(await standing()).toMatchObject({ notBefore: until, waitsFor: "attempt-limit" });
      const reason = "Listed.";
      await store.putOff(id, [{ contactId, kind: "never", outcome: "do_not_call", reason }]);
      expect(await standing()).toMatchObject({ status: "FAILED", outcome: "do_not_call" });
      expect(await store.standing(other, contactId, 0)).toBeNull();
    });

    test("gives open attempts back as they stand", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2]);
      const intent = await claimNext(store, id);
      const placed = await claimNext(store, id, NOW + 1);
      await store.record([
        { kind: "placed", attemptId: placed.id, sid: "CA1", state: "queued", at: NOW + 2 },
        { kind: "moved", attemptId: placed.id, state: "in_progress", answeredAt: NOW + 9 },
      ]);
      const open_ = [...(await store.openAttempts())].sort((a, b) => a.id - b.id);
      expect(open_).toEqual([
        intent,
        { ...placed, sid: "CA1", state: "in_progress", answeredAt: NOW + 9 },
      ]);
      expect(intent).toMatchObject({ state: "intent", sid: null, intentAt: NOW, number: 1 });
    });

    test("an end is never undone", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const { id: attemptId } = await claimNext(store, id);
      await store.record([end(attemptId, { kind: "completed", outcome: "talked" })]);
      const before = await store.figures(id);
      await store.record([
        { kind: "moved", attemptId, state: "ringing", answeredAt: null },
        end(attemptId, retry(NOW)),
      ]);
      expect(await store.figures(id)).toEqual(before);
      expect(await store.openAttempts()).toEqual([]);
      expect(await store.readyContacts(id, NOW, 5, null)).toEqual([]);
    });

    test("counts every contact in exactly one place", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2, 3, 4, 5, 6]);
      const calls: OpenAttempt[] = [];
      for (let n = 0; n < 5; n += 1) calls.push(await claimNext(store, id));
      const [talked, failed, waits, returned, lost] = calls.map((call) => call.id) as [
        AttemptId,
        AttemptId,
        AttemptId,
        AttemptId,
        AttemptId,
      ];
      await store.record([
        end(talked, { kind: "completed", outcome: "talked" }),
        end(failed, { kind: "failed", outcome: "busy", reason: "Busy." }),
        end(waits, retry(NOW + MINUTE)),
        end(returned, { kind: "returned", notBefore: NOW }),
        { kind: "moved", attemptId: lost, state: "unresolved", answeredAt: null },
      ]);
      expect(await store.figures(id)).toEqual({
        total: 6,
        pending: 3,
        waitingForRetry: 1,
        inProgress: 1,
        unresolved: 1,
        completed: 1,
        failed: 1,
        outcomes: { talked: 1, busy: 1 },
      });
    });

    test("knows whose SIDs are ours, of ended attempts too", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const { id: attemptId } = await claimNext(store, id);
      await store.record([{ kind: "placed", attemptId, sid: "CA7", state: "queued", at: NOW }]);
      await store.record([end(attemptId, { kind: "completed", outcome: "talked" })]);
      expect(await store.ownedSids(["CA7", "CA8"])).toEqual(["CA7"]);
      expect(await store.ownedSids([])).toEqual([]);
    });

    test("tells the latest starts of a campaign and of all, newest first", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1, 2, 3]);
      const other = await campaign([4]);
      for (const at of [NOW, NOW + 10, NOW + 20]) await claimNext(store, id, at);
      await claimNext(store, other, NOW + 25);
      expect(await store.recentStarts(id, 2)).toEqual([NOW + 20, NOW + 10]);
      expect(await store.recentStarts(null, 2)).toEqual([NOW + 25, NOW + 20]);
    });

    test("minds campaigns that run or have open calls", async () => {
      const { store, campaign } = await open();
      const [running, withCall, idle] = [
        await campaign([1]),
        await campaign([2]),
        await campaign([3]),
      ];
      await claimNext(store, withCall);
      for (const id of [withCall, idle]) {
        await store.changeCampaign(id, {
          status: "CANCELLED",
          pauseReason: null,
          at: NOW,
          activity: { kind: "cancelled", message: "Cancelled." },
        });
      }
      const minded = (await store.campaignsToMind()).map(({ id, status }) => ({ id, status }));
      expect([...minded].sort((a, b) => a.id - b.id)).toEqual([
        { id: running, status: "IN_PROGRESS" },
        { id: withCall, status: "CANCELLED" },
      ]);
    });

    test("keeps why a scheduled start could not happen, until it is cleared", async () => {
      const { store, campaign } = await open();
      const id = await campaign([1]);
      const change = (startProblem?: string | null) =>
        store.changeCampaign(id, {
          status: "DRAFT",
          pauseReason: null,
          at: NOW,
          activity: { kind: "start-refused", message: "Missed." },
          ...(startProblem === undefined ? {} : { startProblem }),
        });
      const problem = async () => (await store.campaign(id))?.startProblem ?? null;
      await change("Missed.");
      expect(await problem()).toBe("Missed.");
      await change();
      expect(await problem()).toBe("Missed.");
      await change(null);
      expect(await problem()).toBeNull();
    });
  });
}
