import { expect, test } from "vitest";
import type { CallingHours } from "../../../src/shared/calling-hours";
import { HOUR, MINUTE } from "../../../src/shared/instant";
import { localOf } from "../../../src/shared/time-zone";
import { DialingStage, phoneOf } from "../../support/dialing-stage";

const EVERY_DAY = (from: string, to: string): CallingHours => ({
  slots: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
  zone: "contact-or-campaign",
  timeZone: "UTC",
});

const FAST = { callsPerMinute: 600, maxConcurrentCalls: 100 };
const talks = () => ({ talks: 20_000, rings: 1_000 });

test("a campaign of listed numbers ends without a call, and says why", async () => {
  const stage = new DialingStage({ script: talks });
  const id = stage.campaign(300, FAST);
  for (let n = 0; n < 300; n += 1) stage.store.suppress(phoneOf(n), { until: null });
  await stage.begin();
  await stage.start(id);
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(0);
  const figures = await stage.store.figures(id);
  expect(figures).toMatchObject({ failed: 300, pending: 0, outcomes: { do_not_call: 300 } });
});

test("listed numbers do not hold up the others", async () => {
  const stage = new DialingStage({ script: talks });
  const id = stage.campaign(400, FAST);
  for (let n = 0; n < 399; n += 1) stage.store.suppress(phoneOf(n), { until: null });
  await stage.begin();
  await stage.start(id);
  await stage.clock.advance(1_000);
  expect(stage.carrier.calls.map(({ order }) => order.to)).toEqual([phoneOf(399)]);
});

test("a number that comes onto the list while its contact is read ahead is not called", async () => {
  const stage = new DialingStage({ script: talks });
  const id = await stage.started(10, { callsPerMinute: 10, maxConcurrentCalls: 5 });
  await stage.clock.advance(7_000);
  stage.store.suppress(phoneOf(9), { until: null });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls.map(({ order }) => order.to)).not.toContain(phoneOf(9));
  expect(await stage.store.figures(id)).toMatchObject({ completed: 9, failed: 1 });
});

test("an entry that expires lets its number be called from then on", async () => {
  const stage = new DialingStage({ script: talks });
  const id = stage.campaign(2, FAST);
  const until = stage.clock.now() + 3 * HOUR;
  stage.store.suppress(phoneOf(1), { until });
  await stage.begin();
  await stage.start(id);
  expect(await stage.runToEnd(id)).toBe(true);
  const [, late] = stage.store.attempts;
  expect(late?.to).toBe(phoneOf(1));
  expect(late!.intentAt).toBeGreaterThanOrEqual(until);
  expect(late!.intentAt - until).toBeLessThan(MINUTE);
});

test("every contact is called within the calling hours where it is, and all of them are", async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial % 3 === 0 ? { talks: null, rings: 20_000 } : talks()),
    rules: { callingHours: EVERY_DAY("09:00", "17:00") },
  });
  const zones = ["America/Los_Angeles", "Europe/London", "Asia/Tokyo"];
  const zoneOf = (n: number) => zones[n % zones.length]!;
  const id = stage.campaign(600, { callsPerMinute: 30, maxConcurrentCalls: 20 });
  const places = new Map(Array.from({ length: 600 }, (_, n) => [phoneOf(n), zoneOf(n)]));
  for (const [phone, zone] of places) stage.store.locate(phone, [zone]);
  await stage.begin();
  await stage.start(id);
  expect(await stage.runToEnd(id)).toBe(true);
  const clocks = stage.store.attempts.map(({ to, intentAt }) =>
    localOf(intentAt, places.get(to)!).slice(11),
  );
  expect(clocks.filter((clock) => clock < "09:00" || clock >= "17:00")).toEqual([]);
  expect(await stage.store.figures(id)).toMatchObject({ pending: 0, inProgress: 0 });
});

test("outside all calling hours the screen says when dialing goes on, and it goes on then", async () => {
  const stage = new DialingStage({
    script: talks,
    rules: { callingHours: EVERY_DAY("09:00", "17:00") },
  });
  const id = stage.campaign(5, FAST);
  const opens = nextAt(stage.clock.now(), 9);
  stage.clock.jump(opens - 2 * HOUR - stage.clock.now());
  await stage.begin();
  await stage.start(id);
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls).toHaveLength(0);
  expect(stage.live.at(-1)?.binding).toEqual({ kind: "calling-hours", until: opens });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.store.attempts[0]!.intentAt - opens).toBeLessThan(1_000);
});

test("calling hours that are widened let those who wait be called at once", async () => {
  const stage = new DialingStage({
    script: talks,
    rules: { callingHours: EVERY_DAY("00:00", "00:01") },
  });
  stage.clock.jump(nextAt(stage.clock.now(), 12) - stage.clock.now());
  const id = await stage.started(5, FAST);
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls).toHaveLength(0);
  stage.rules = { callingHours: null, attemptLimits: [] };
  await stage.clock.until(stage.dialer.contactRulesChanged("The calling hours were changed."));
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls).toHaveLength(5);
  expect(await stage.runToEnd(id)).toBe(true);
});

test("whoever was about to be put off by hours that have changed since is called at once", async () => {
  const stage = new DialingStage({
    script: talks,
    writing: 100,
    rules: { callingHours: EVERY_DAY("09:00", "17:00") },
  });
  stage.clock.jump(nextAt(stage.clock.now(), 12) - stage.clock.now());
  const id = stage.campaign(8, FAST);
  for (let n = 0; n < 8; n += 1) stage.store.locate(phoneOf(n), [n % 2 ? "UTC" : "Asia/Tokyo"]);
  await stage.begin();
  await stage.start(id);
  // The first one is on its way to the disk, and the third one waits for that.
  await stage.clock.advance(60);
  stage.rules = { callingHours: null, attemptLimits: [] };
  await stage.clock.until(stage.dialer.contactRulesChanged("The calling hours were changed."));
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls).toHaveLength(8);
});

test("a contact whose time zone is mended while it is read ahead goes by its hours there", async () => {
  const stage = new DialingStage({
    script: talks,
    rules: { callingHours: EVERY_DAY("09:00", "17:00") },
  });
  stage.clock.jump(nextAt(stage.clock.now(), 12) - stage.clock.now());
  const id = await stage.started(10, { callsPerMinute: 10, maxConcurrentCalls: 5 });
  await stage.clock.advance(7_000);
  stage.store.locate(phoneOf(9), ["Asia/Tokyo"]);
  stage.dialer.contactsChanged();
  expect(await stage.runToEnd(id)).toBe(true);
  const there = stage.store.attempts.find(({ to }) => to === phoneOf(9))!;
  expect(localOf(there.intentAt, "Asia/Tokyo").slice(11)).toBe("09:00");
});

test("when the disk is full as calling hours are widened, those who wait are called once it is not", async () => {
  const stage = new DialingStage({
    script: talks,
    rules: { callingHours: EVERY_DAY("00:00", "00:01") },
  });
  stage.clock.jump(nextAt(stage.clock.now(), 12) - stage.clock.now());
  const id = await stage.started(5, FAST);
  await stage.clock.advance(MINUTE);
  stage.rules = { callingHours: null, attemptLimits: [] };
  stage.diskFull = true;
  await stage.clock.until(stage.dialer.contactRulesChanged("The calling hours were changed."));
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls).toHaveLength(0);
  stage.diskFull = false;
  await stage.clock.advance(2 * MINUTE);
  expect(stage.carrier.calls).toHaveLength(5);
  expect(await stage.runToEnd(id)).toBe(true);
});

test("a number is never called oftener than the limits allow, by however many campaigns", async () => {
  const limit = { attempts: 2, hours: 24 };
  const stage = new DialingStage({
    script: () => ({ talks: null, rings: 10_000 }),
    rules: { attemptLimits: [limit] },
  });
  const dialing = { ...FAST, maxRetries: 3, retryDelayMinutes: 1 };
  const ids = [1, 2].map(() =>
    stage.store.addCampaign({ phones: [1, 2, 3].map((n) => phoneOf(n)), dialing }),
  );
  await stage.begin();
  for (const id of ids) await stage.start(id);
  for (const id of ids) expect(await stage.runToEnd(id)).toBe(true);
  for (const n of [1, 2, 3]) {
    const starts = stage.store.attempts.filter(({ to }) => to === phoneOf(n));
    expect(starts).toHaveLength(8);
    for (const [place, { intentAt }] of starts.entries()) {
      const before = starts[place - limit.attempts];
      if (before) expect(intentAt - before.intentAt).toBeGreaterThanOrEqual(limit.hours * HOUR);
    }
  }
});

test("after a restart those who wait for calling hours still do", async () => {
  const stage = new DialingStage({
    script: talks,
    rules: { callingHours: EVERY_DAY("09:00", "17:00") },
  });
  const opens = nextAt(stage.clock.now(), 9);
  stage.clock.jump(opens - 2 * HOUR - stage.clock.now());
  const id = await stage.started(200, FAST);
  await stage.clock.advance(MINUTE);
  stage.kill();
  await stage.begin();
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls).toHaveLength(0);
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.store.attempts[0]!.intentAt).toBeGreaterThanOrEqual(opens);
});

/** The next time at which it is so many o'clock, UTC. */
function nextAt(now: number, hour: number): number {
  const day = 24 * HOUR;
  const today = Math.floor(now / day) * day + hour * HOUR;
  return today > now + 3 * HOUR ? today : today + day;
}
