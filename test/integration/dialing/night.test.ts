import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, onTestFinished, test } from "vitest";
import { Dialer } from "../../../src/main/dialing/dialer";
import type { Carrier, Clock } from "../../../src/main/dialing/ports";
import { dailyHours, type CallingHours } from "../../../src/shared/calling-hours";
import type { CampaignId } from "../../../src/shared/ids";
import { SECOND, type Instant } from "../../../src/shared/instant";
import { phoneNumber } from "../../../src/shared/phone-number";
import { openContactWriter, type Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { CALLER, aDraft } from "../storage/scene";

/** `NIGHT_CONTACTS=1000000` measures what stands in docs/dialing.md. */
const CONTACTS = Number(process.env.NIGHT_CONTACTS ?? 20_000);

const ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];

/** Nobody is called in the night, so nothing of it is asked. */
const carrier = new Proxy({} as Carrier, {
  get: (_target, key) => () => {
    throw new Error(`The carrier was asked: ${String(key)}`);
  },
});

/** Real time, but for the hour of the day. */
function clockFrom(start: number): Clock {
  const began = performance.now();
  return {
    now: () => Math.floor(start + performance.now() - began),
    monotonic: () => performance.now(),
    schedule: (delay, run) => {
      const timer = setTimeout(run, delay);
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

async function anAudienceAsleep(store: Store, contacts: number) {
  const writer = await openContactWriter(store.file, { kind: "new", name: "Asleep" }, [], 0);
  const BATCH = 10_000;
  for (let start = 0; start < contacts; start += BATCH) {
    await writer.insert(
      Array.from({ length: Math.min(BATCH, contacts - start) }, (_, index) => ({
        line: start + index + 2,
        name: `Contact ${start + index}`,
        phone: phoneNumber.parse(`+1${4_150_000_000 + start + index}`),
        timeZones: [ZONES[(start + index) % ZONES.length]!],
        variables: {},
      })),
    );
  }
  return writer.commit();
}

const hoursFrom = (from: string): CallingHours => ({
  slots: dailyHours(from, "17:00"),
  zone: "contact",
  timeZone: "UTC",
});

/** Milliseconds: how long it took, the longest answer to a screen, and how long nothing else ran. */
interface Night {
  readonly took: number;
  readonly longestAnswer: number;
  readonly eventLoop: { readonly p99: number; readonly longest: number };
}

async function untilAllWait(dialer: Dialer, id: CampaignId, until: Instant): Promise<Night> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  let longestAnswer = 0;
  const binding = async () => {
    const asked = performance.now();
    const live = await dialer.live(id);
    longestAnswer = Math.max(longestAnswer, performance.now() - asked);
    return live.binding;
  };
  await expect
    .poll(binding, { timeout: 600_000, interval: 100 })
    .toMatchObject({ kind: "calling-hours", until });
  delay.disable();
  const took = performance.now() - began;
  const eventLoop = { p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 };
  return { took, longestAnswer, eventLoop };
}

test("an audience that is asleep is put off while figures stay live and the main process free", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudienceAsleep(store, CONTACTS);
  const id = await aDraft(store, { audienceId, callerId: CALLER });
  let callingHours = hoursFrom("09:00");
  const dialer = new Dialer({
    // 3:00 to 6:00 in the morning, there.
    clock: clockFrom(Date.UTC(2027, 0, 13, 11)),
    random: Math.random,
    carrier,
    store: store.dialing,
    quota: { minutes: () => Promise.resolve({ quota: 100_000_000, used: 0 }) },
    callerIds: { first: () => Promise.resolve({ kind: "number", number: CALLER }) },
    timeZone: "UTC",
    contactRules: () => ({ callingHours, attemptLimits: [] }),
    accountLimits: () => ({ callsPerSecond: 30, concurrentCalls: null }),
    onLive: () => undefined,
    onCallsChanged: () => undefined,
    onCampaignChanged: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: console.error },
  });
  onTestFinished(() => dialer.stop());
  await dialer.begin();

  expect(await dialer.start(id)).toMatchObject({ ok: true });
  const night = await untilAllWait(dialer, id, Date.UTC(2027, 0, 13, 14));

  callingHours = hoursFrom("08:00");
  const changed = dialer.contactRulesChanged("The calling hours were changed.");
  const again = await untilAllWait(dialer, id, Date.UTC(2027, 0, 13, 13));
  await changed;

  if (process.env.NIGHT_CONTACTS) console.log(JSON.stringify({ CONTACTS, night, again }));
  expect(await store.dialing.figures(id)).toMatchObject({ pending: CONTACTS });
  for (const { longestAnswer, eventLoop } of [night, again]) {
    expect(longestAnswer).toBeLessThan(SECOND);
    expect(eventLoop.p99).toBeLessThan(50);
  }
}, 900_000);
