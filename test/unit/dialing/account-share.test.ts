import fc from "fast-check";
import { expect, test } from "vitest";
import { AccountPace, Turns } from "../../../src/main/dialing/account-share";
import type { CampaignId } from "../../../src/shared/ids";
import { DialingStage } from "../../support/dialing-stage";

test("the account starts at most its calls per second in any second", () => {
  const pace = new AccountPace();
  const limits = { callsPerSecond: 3, concurrentCalls: null };
  const starts: number[] = [];
  for (let now = 0; now < 10_000; now += 7) {
    if (pace.mayStartAt(limits) > now) continue;
    pace.started(now);
    starts.push(now);
  }
  expect(starts.every((start, n) => n < 3 || start - starts[n - 3]! >= 1_000)).toBe(true);
  expect(starts.length).toBeGreaterThan(27);
});

test("among campaigns of the same weight, who was served longest ago comes first", () => {
  const turns = new Turns<string>(() => 1);
  for (const name of ["a", "b", "c"]) turns.join(name);
  for (const name of ["a", "b", "c", "a"]) {
    expect(turns.inTurn()[0]).toBe(name);
    turns.served(name);
  }
  turns.leave("b");
  expect(turns.inTurn()).toEqual(["c", "a"]);
});

test("a campaign of weight 3 gets three starts for each one of a campaign of weight 1", () => {
  const turns = new Turns<number>((weight) => weight);
  turns.join(1);
  turns.join(3);
  const served = Array.from({ length: 8 }, () => serve(turns, () => true));
  expect(served.filter((weight) => weight === 3)).toHaveLength(6);
  expect(served.slice(0, 4).filter((weight) => weight === 3)).toHaveLength(3);
});

test("a campaign that could not take its turn is next when it can, and makes up for nothing", () => {
  const turns = new Turns<string>(() => 1);
  turns.join("steady");
  turns.join("away");
  for (let start = 0; start < 1_000; start += 1) serve(turns, (name) => name === "steady");
  const served = Array.from({ length: 6 }, () => serve(turns, () => true));
  expect(served).toEqual(["away", "steady", "away", "steady", "away", "steady"]);
});

test("a campaign that was paused comes back without credit", () => {
  const turns = new Turns<string>(() => 1);
  turns.join("steady");
  turns.join("paused");
  turns.leave("paused");
  for (let start = 0; start < 1_000; start += 1) serve(turns, () => true);
  turns.join("paused");
  const served = Array.from({ length: 10 }, () => serve(turns, () => true));
  expect(served.filter((name) => name === "paused")).toHaveLength(5);
});

/** Serves the first in turn who is ready. */
function serve<Member>(turns: Turns<Member>, isReady: (member: Member) => boolean): Member | null {
  const chosen = turns.inTurn().find(isReady) ?? null;
  if (chosen !== null) turns.served(chosen);
  return chosen;
}

interface Sharer {
  readonly weight: number;
  /** For which of the starts it is ready. */
  readonly readyAt: readonly boolean[];
}

const STARTS = 200;

const sharer = fc.record({
  weight: fc.integer({ min: 1, max: 10 }),
  readyAt: fc.oneof(
    fc.constant(Array.from({ length: STARTS }, () => true)),
    fc.array(fc.boolean(), { minLength: STARTS, maxLength: STARTS }),
  ),
});

/** Who was served at each start. */
function course(sharers: readonly Sharer[]): (Sharer | null)[] {
  const turns = new Turns<Sharer>(({ weight }) => weight);
  for (const each of sharers) turns.join(each);
  return Array.from({ length: STARTS }, (_, start) =>
    serve(turns, ({ readyAt }) => readyAt[start]!),
  );
}

test("over any period in which two campaigns are ready, their starts go by weight within one of each", () => {
  fc.assert(
    fc.property(
      fc.array(sharer, { minLength: 2, maxLength: 6 }),
      fc.nat(STARTS),
      fc.nat(STARTS),
      (sharers, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const served = course(sharers).slice(from, to);
        const startsOf = (each: Sharer) => served.filter((who) => who === each).length;
        const ready = sharers.filter(({ readyAt }) => readyAt.slice(from, to).every(Boolean));
        return ready.every((a) =>
          ready.every((b) => {
            const apart = Math.abs(startsOf(a) / a.weight - startsOf(b) / b.weight);
            return apart <= 1 / a.weight + 1 / b.weight + 1e-9;
          }),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test("none starves: who is ready is served after at most what the weights of the others come to", () => {
  fc.assert(
    fc.property(fc.array(sharer, { minLength: 2, maxLength: 6 }), (sharers) => {
      const served = course(sharers);
      return sharers.every((each) => {
        const others = sharers.filter((other) => other !== each);
        const longest = others.reduce((sum, { weight }) => sum + weight / each.weight + 1, 0);
        let passedOver = 0;
        return served.every((who, start) => {
          const waits = who !== each && each.readyAt[start]!;
          passedOver = waits ? passedOver + 1 : 0;
          return passedOver <= longest + 1e-9;
        });
      });
    }),
    { numRuns: 500 },
  );
});

const countStarts = (stage: DialingStage, id: CampaignId) =>
  stage.carrier.calls.filter(({ order }) => order.campaignId === id).length;

test("campaigns share the account's calls per second by weight", async () => {
  const stage = new DialingStage({
    account: { callsPerSecond: 1, concurrentCalls: null },
    script: () => ({ talks: 1_000 }),
  });
  const settings = { callsPerMinute: 600, maxConcurrentCalls: 100 };
  const heavy = stage.campaign(2_000, { ...settings, weight: 3 });
  const light = stage.campaign(2_000, { ...settings, weight: 1 }, 202);
  await stage.begin();
  for (const id of [heavy, light]) await stage.start(id);
  await stage.clock.advance(400_000);
  const [ofHeavy, ofLight] = [countStarts(stage, heavy), countStarts(stage, light)];
  expect(ofHeavy + ofLight).toBeGreaterThan(390);
  expect(Math.abs(ofHeavy - 3 * ofLight)).toBeLessThanOrEqual(4);
});

test.each([
  [1, 0.1],
  // Now and then two slots come free at once, and nobody waits for another's pace.
  [4, 0.4],
])("of %i slots of the account, each goes by weight as it comes free", async (slots, apart) => {
  const stage = new DialingStage({
    account: { callsPerSecond: 100, concurrentCalls: slots },
    script: (_order, dial) => ({ talks: 60_000 + ((dial * 7_919) % 200_000) }),
  });
  const settings = { callsPerMinute: 600, maxConcurrentCalls: 100 };
  const heavy = stage.campaign(3_000, { ...settings, weight: 3 });
  const light = stage.campaign(3_000, { ...settings, weight: 1 }, 202);
  await stage.begin();
  for (const id of [heavy, light]) await stage.start(id);
  await stage.clock.advance(12 * 3_600_000);
  const ratio = countStarts(stage, heavy) / countStarts(stage, light);
  expect(Math.abs(ratio - 3)).toBeLessThan(apart);
});

test("a light campaign keeps its own pace beside a heavy one when the account has room", async () => {
  const stage = new DialingStage({
    account: { callsPerSecond: 30, concurrentCalls: null },
    script: () => ({ talks: 1_000 }),
  });
  const heavy = stage.campaign(500, { callsPerMinute: 60, maxConcurrentCalls: 50, weight: 10 });
  const light = stage.campaign(500, { callsPerMinute: 60, maxConcurrentCalls: 50 }, 202);
  await stage.begin();
  for (const id of [heavy, light]) await stage.start(id);
  await stage.clock.advance(240_000);
  expect(countStarts(stage, light)).toBeGreaterThan(235);
  expect(Math.abs(countStarts(stage, heavy) - countStarts(stage, light))).toBeLessThanOrEqual(1);
});

test("the account's calls per second hold across a restart and the campaigns", async () => {
  const account = { callsPerSecond: 0.25, concurrentCalls: null };
  const stage = new DialingStage({ account });
  const first = stage.campaign(2, { callsPerMinute: 1 }, 201);
  const second = stage.campaign(2, { callsPerMinute: 1 }, 202);
  await stage.begin();
  await stage.start(first);
  await stage.clock.advanceUntil(() => stage.carrier.calls.length === 1, 60_000);
  stage.kill();
  await stage.begin();
  await stage.start(second);
  await stage.clock.advanceUntil(() => stage.carrier.calls.length === 2, 60_000);
  const [before, after] = stage.carrier.calls.map(({ createdAt }) => createdAt);
  expect(after! - before!).toBeGreaterThanOrEqual(4_000);
});
