import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContactRules } from "../../../src/main/dialing/contact-gates";
import type { CallOrder } from "../../../src/main/dialing/ports";
import type { AttemptLimit } from "../../../src/shared/attempt-limit";
import { callingWindow, type CallingHours } from "../../../src/shared/calling-hours";
import { HOUR, MINUTE } from "../../../src/shared/instant";
import { DialingStage, phoneOf } from "../../support/dialing-stage";
import type { CallScript } from "../../support/scripted-carrier";

const PHONES = 12;
const phone = fc.nat(PHONES - 1);

const zones = fc.constantFrom<string[]>(
  [],
  ["America/Los_Angeles"],
  ["Asia/Kolkata"],
  ["Europe/London", "Asia/Tokyo"],
);

const hours = fc
  .record({
    /** At least four of each day are left, and no zone is closed on all days. */
    from: fc.integer({ min: 0, max: 19 }),
    length: fc.integer({ min: 4, max: 23 }),
    daysOff: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    lunch: fc.boolean(),
    zone: fc.constantFrom<CallingHours["zone"]>("contact", "contact-or-campaign", "campaign"),
  })
  .map(({ from, length, daysOff, lunch, zone }): CallingHours => {
    const to = Math.min(24, from + length);
    const spans =
      lunch && to - from > 3
        ? [
            [from, from + 2],
            [from + 3, to],
          ]
        : [[from, to]];
    const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => !daysOff.includes(day));
    return {
      slots: days.flatMap((weekday) =>
        spans.map(([begin, end]) => ({ weekday, from: clock(begin!), to: clock(end!) })),
      ),
      zone,
      timeZone: "America/New_York",
    };
  });

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

const rules: fc.Arbitrary<ContactRules> = fc.record({
  callingHours: fc.option(hours),
  attemptLimits: fc.array(
    fc.record({
      attempts: fc.integer({ min: 1, max: 3 }),
      hours: fc.constantFrom(1, 6, 24),
    }),
    { maxLength: 2 },
  ),
});

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      ms: fc.constantFrom(800, 30_000, 20 * MINUTE, 5 * HOUR, 26 * HOUR),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("rules" as const), rules }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("list" as const),
      phone,
      /** Milliseconds from then on; null: for good. */
      lasts: fc.constantFrom(null, 10 * MINUTE, 7 * HOUR),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("take-off" as const), phone }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);

const course: fc.Arbitrary<CallScript> = fc.constantFrom(
  { rings: 3_000, talks: 20_000 },
  { rings: 20_000, talks: null },
  { rings: 2_000, talks: null, unanswered: "busy" },
);

const play = fc.record({
  rules,
  zones: fc.array(zones, { minLength: PHONES, maxLength: PHONES }),
  campaigns: fc.array(
    fc.record({
      phones: fc.uniqueArray(phone, { minLength: 1, maxLength: PHONES }),
      callingHours: fc.option(
        fc.oneof(fc.constant("settings" as const), fc.constant("settings" as const), hours),
      ),
      callsPerMinute: fc.constantFrom(6, 600),
      maxRetries: fc.integer({ min: 0, max: 3 }),
      retryDelayMinutes: fc.constantFrom(0, 1, 90),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  courses: fc.array(course, { minLength: 1, maxLength: 8 }),
  steps: fc.array(step, { maxLength: 14 }),
  writing: fc.constantFrom(0, 0, 300),
});

type Play = typeof play extends fc.Arbitrary<infer T> ? T : never;
type Step = Play["steps"][number];

/** A world of its own: what the rules are is kept apart from the engine, and held against each call. */
class Rules {
  private readonly listed = new Map<string, number | null>();
  private readonly starts = new Map<string, number[]>();
  readonly broken: string[] = [];

  constructor(
    private readonly stage: DialingStage,
    private readonly zones: readonly string[][],
  ) {
    stage.carrier.onRequest = (order) => this.check(order);
  }

  async carryOut(step: Step): Promise<void> {
    const { stage } = this;
    switch (step.kind) {
      case "wait":
        return stage.clock.advance(step.ms);
      case "rules":
        stage.rules = step.rules;
        return stage.clock.until(
          stage.dialer.contactRulesChanged("The calling hours were changed."),
        );
      case "list": {
        const until = step.lasts === null ? null : stage.clock.now() + step.lasts;
        stage.store.suppress(phoneOf(step.phone), { until });
        this.listed.set(phoneOf(step.phone), until);
        return stage.clock.until(
          stage.dialer.contactRulesChanged("The calling hours were changed."),
        );
      }
      case "take-off":
        stage.store.suppress(phoneOf(step.phone), null);
        this.listed.delete(phoneOf(step.phone));
        return stage.clock.until(
          stage.dialer.contactRulesChanged("The calling hours were changed."),
        );
      case "restart":
        await stage.clock.until(stage.dialer.stop());
        stage.kill();
        return stage.begin();
    }
  }

  private check({ to, campaignId, attemptId }: CallOrder): void {
    const { stage } = this;
    const { intentAt } = stage.store.attempts.find(({ id }) => id === attemptId)!;
    const own = stage.store.settings(campaignId).callingHours;
    const hours = own === "settings" ? stage.rules.callingHours : own;
    if (hours && !this.isOpenAt(stage.clock.now(), to, hours)) {
      this.broken.push("called outside the hours at the contact");
    }
    const until = this.listed.get(to);
    if (until === null || (until !== undefined && until > stage.clock.now())) {
      this.broken.push("called a number on the list");
    }
    const starts = [...(this.starts.get(to) ?? []), intentAt];
    this.starts.set(to, starts);
    for (const limit of stage.rules.attemptLimits) this.checkLimit(limit, starts);
  }

  private checkLimit({ attempts, hours }: AttemptLimit, starts: readonly number[]): void {
    const [last, before] = [starts.at(-1)!, starts.at(-1 - attempts)];
    if (before !== undefined && last - before < hours * HOUR) {
      this.broken.push(`more than ${attempts} calls in ${hours} h`);
    }
  }

  private isOpenAt(at: number, to: string, hours: CallingHours): boolean {
    const own = this.zones[Number(to.slice(-7))]!;
    const zones = hours.zone === "campaign" || own.length === 0 ? [hours.timeZone] : own;
    if (hours.zone === "contact" && own.length === 0) return false;
    return zones.every((zone) => callingWindow(hours.slots, zone, at).open);
  }
}

async function playThrough(given: Play): Promise<void> {
  const stage = new DialingStage({
    rules: given.rules,
    writing: given.writing,
    script: (_order, dial) => given.courses[dial % given.courses.length]!,
  });
  given.zones.forEach((zones, n) => stage.store.locate(phoneOf(n), zones));
  const rules = new Rules(stage, given.zones);
  const ids = given.campaigns.map(({ phones, ...dialing }) =>
    stage.store.addCampaign({ phones: phones.map((n) => phoneOf(n)), dialing }),
  );
  await stage.begin();
  for (const id of ids) await stage.start(id);
  for (const step of given.steps) await rules.carryOut(step);
  for (const id of ids) expect(await stage.runToEnd(id, 60 * 24 * HOUR)).toBe(true);
  expect(rules.broken).toEqual([]);
  for (const id of ids) {
    const states = new Set(stage.store.contacts(id).map(({ state }) => state));
    expect([...states].filter((state) => state !== "completed" && state !== "failed")).toEqual([]);
  }
  expect(stage.problems).toEqual([]);
}

const seed = process.env.DIALING_SEED;
const runs = Number(process.env.DIALING_RUNS ?? 150);

/** A failing play is printed with its seed: DIALING_SEED=… plays it again. */
test(
  "calls nobody outside hours, on the list or too often, whatever changes, and ends every contact",
  {
    timeout: 600_000,
  },
  async () => {
    await fc.assert(fc.asyncProperty(play, playThrough), {
      numRuns: runs,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    });
  },
);
