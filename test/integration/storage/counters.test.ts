import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import type { CallStatus } from "../../../src/shared/call";
import type { AttemptId, CampaignId } from "../../../src/shared/ids";
import type { AttemptChange, ContactNext } from "../../../src/main/dialing/ports";
import type { Store } from "../../../src/main/storage";
import { temporaryStore, type TemporaryStore } from "../../support/temporary-store";
import { appendContacts, aRunningCampaign, claimOf, ended, NOW } from "./scene";

const next: fc.Arbitrary<ContactNext> = fc.oneof(
  fc.constant<ContactNext>({ kind: "completed", outcome: "talked" }),
  fc.constant<ContactNext>({
    kind: "failed",
    outcome: "invalid_number",
    reason: "No such number.",
  }),
  fc.constant<ContactNext>({ kind: "retry", outcome: "busy", notBefore: NOW }),
  fc.constant<ContactNext>({ kind: "returned", notBefore: NOW }),
);

/** What an engine might tell of one of its attempts; `which` picks the attempt, ended ones too. */
const fact = fc.oneof(
  fc.record({ which: fc.nat(30), move: fc.constantFrom("ringing", "unresolved", "ambiguous") }),
  fc.record({ which: fc.nat(30), next }),
);

const step = fc.oneof(
  fc.record({ claim: fc.integer({ min: 1, max: 3 }), campaign: fc.nat(1), skip: fc.nat(2) }),
  fc.record({ facts: fc.array(fact, { minLength: 1, maxLength: 4 }) }),
  fc.record({ append: fc.integer({ min: 1, max: 3 }), campaign: fc.nat(1) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test("counters equal counted rows, and no number is on two calls, whatever happens", async () => {
  const temporary = await temporaryStore();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const { store } = temporary;
      await endOpenAttempts(store);
      // Two campaigns that share some of their numbers; contacts appended to the first one's join it.
      const dialing = { ...DEFAULT_DIALING, appendedContactsJoin: true };
      const campaigns = [
        await aRunningCampaign(store, { contacts: 5, from: 1, dialing }),
        await aRunningCampaign(store, { contacts: 5, from: 3 }),
      ];
      let joined = 0;
      for (const one of steps) {
        await take(temporary, campaigns, one);
        if ("append" in one && one.campaign === 0) joined += one.append;
        await expectCountersToHold(temporary, campaigns);
        expect((await store.dialing.figures(campaigns[0]!)).total).toBe(5 + joined);
        expect((await store.dialing.figures(campaigns[1]!)).total).toBe(5);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("figures that are read while calls end are all of one moment", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store, { contacts: 60, from: 1 });
  const calling = callEveryone(store, id);
  const torn: unknown[] = [];
  let figures = await store.dialing.figures(id);
  while (figures.completed < 60) {
    if (figures.completed !== (figures.outcomes.talked ?? 0)) torn.push(figures);
    figures = await store.dialing.figures(id);
  }
  await calling;
  expect(torn).toEqual([]);
}, 30_000);

async function callEveryone(store: Store, id: CampaignId): Promise<void> {
  for (;;) {
    const [ready] = await store.dialing.readyContacts(id, NOW, 1, null);
    if (ready === undefined) return;
    await store.dialing.claim([claimOf(id, ready)]);
    const [attempt] = await store.dialing.openAttempts();
    await store.dialing.record([ended(attempt!.id, { kind: "completed", outcome: "talked" })]);
  }
}

async function take(
  temporary: TemporaryStore,
  campaigns: readonly CampaignId[],
  one: Step,
): Promise<void> {
  const { dialing } = temporary.store;
  if ("claim" in one) {
    const id = campaigns[one.campaign]!;
    const ready = await dialing.readyContacts(id, NOW, one.skip + one.claim, null);
    await dialing.claim(ready.slice(one.skip).map((contact) => claimOf(id, contact)));
    return;
  }
  if ("append" in one) {
    const { audienceId } = await temporary.store.campaigns.get(campaigns[one.campaign]!);
    await appendContacts(temporary.store, audienceId!, one.append, nextNumber);
    nextNumber += one.append;
    return;
  }
  const attempts = await attemptIds(temporary, campaigns);
  if (attempts.length === 0) return;
  await dialing.record(
    one.facts.map((told): AttemptChange => {
      const attemptId = attempts[told.which % attempts.length]!;
      if ("next" in told) return ended(attemptId, told.next);
      const state = told.move;
      return { kind: "moved", attemptId, state, answeredAt: null };
    }),
  );
}

/** No appended contact has a number that is there already. */
let nextNumber = 1_000;

/** Every one, those of contacts that were returned as never called too. */
async function attemptIds(
  { rows }: TemporaryStore,
  campaigns: readonly CampaignId[],
): Promise<AttemptId[]> {
  const found = await rows(
    `select id from attempt where campaign_id in (${campaigns.join(", ")}) order by id`,
  );
  return found.map(({ id }) => Number(id) as AttemptId);
}

async function endOpenAttempts(store: Store): Promise<void> {
  const open = await store.dialing.openAttempts();
  await store.dialing.record(
    open.map(({ id }) => ended(id, { kind: "failed", outcome: "busy", reason: "Over." })),
  );
}

async function expectCountersToHold(
  { store, rows }: TemporaryStore,
  campaigns: readonly CampaignId[],
): Promise<void> {
  for (const id of campaigns) {
    const [counted] = await rows(`
      select
        count(*) filter (where status = 'PENDING' and attempts > 0) as waitingForRetry,
        count(*) filter (where status = 'IN_PROGRESS') as inProgress,
        count(*) filter (where status = 'COMPLETED') as completed,
        count(*) filter (where status = 'FAILED') as failed,
        count(*) filter (where last_attempt_at is not null) as called,
        (select count(*) from attempt where campaign_id = ${id} and state = 'unresolved')
          as unresolved,
        (select count(*) from attempt where campaign_id = ${id} and state <> 'ended') as open,
        (select coalesce(sum(calls), 0) from usage where campaign_id = ${id}) as billed,
        (select count(*) from attempt where campaign_id = ${id} and answered_at is not null)
          as answered,
        (select count(*) = unclaimed from campaign_progress as progress
          join campaign on campaign.id = progress.campaign_id
          join contact on contact.audience_id = campaign.audience_id
            and contact.id > enrolled_to and contact.id <= progress.last_contact_id
          where progress.campaign_id = ${id}) as unclaimedHold
      from campaign_contact where campaign_id = ${id}`);
    const { called, open, billed, answered, unclaimedHold, ...figures } = counted!;
    // Null where nobody is left beyond the cursor: the figures below tell.
    expect(unclaimedHold ?? 1).toBe(1);
    const kept = await store.dialing.figures(id);
    expect(kept).toMatchObject(figures);
    expect(kept.pending + kept.inProgress + kept.completed + kept.failed).toBe(kept.total);
    expect(Object.values(kept.outcomes).reduce((sum, one) => sum + one, 0)).toBe(
      kept.completed + kept.failed,
    );
    expect(open).toBe(kept.inProgress);
    expect(billed).toBe(answered);
    const rowsOf = async (status: CallStatus | null) => {
      const { total, rows: listed } = await store.calls.page({
        campaignId: id,
        search: "",
        status,
        outcome: null,
        sort: "time",
        descending: true,
        offset: 0,
        limit: 500,
      });
      expect(listed).toHaveLength(total);
      return total;
    };
    expect(await rowsOf(null)).toBe(called);
    // What the chips above the Calls section say.
    expect(await rowsOf("PENDING")).toBe(kept.waitingForRetry);
    expect(await rowsOf("IN_PROGRESS")).toBe(kept.inProgress);
    expect(await rowsOf("COMPLETED")).toBe(kept.completed);
    expect(await rowsOf("FAILED")).toBe(kept.failed);
  }
  const numbers = (await store.dialing.openAttempts()).map(({ to }) => to);
  expect(new Set(numbers).size).toBe(numbers.length);
}
