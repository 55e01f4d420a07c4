import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defaultSettings } from "../../../src/main/api/default-settings";
import { Dialer } from "../../../src/main/dialing/dialer";
import { openStore, type Store } from "../../../src/main/storage";
import type { CampaignId } from "../../../src/shared/ids";
import { CALLER_ID, phoneOf } from "../../support/dialing-stage";
import { FakeClock, settle } from "../../support/fake-clock";
import { storeCampaign } from "../../support/stored-campaign";
import { Traffic } from "../../support/traffic";
import { AnsweringCarrier } from "./answering-carrier";

/** Campaigns at once, each at the highest pace. */
const CAMPAIGNS = 10;

/**
 * Milliseconds of virtual time that may pass while something is on its way to the disk: as on a busy
 * one, calls start meanwhile, and what waits is written together.
 */
const AHEAD_OF_THE_DISK = 1_000;

/** Anyone may be called at any time. */
const NO_RULES = { callingHours: null, attemptLimits: [] };

/**
 * Contacts a second: every contact of the campaigns claimed, placed, followed to its end and
 * completed on the real store, by the real dialer. The pace does not hold it back: time is virtual.
 */
export async function contactsPerSecond(contacts: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "paceline-bench-"));
  const store = await openStore(path.join(folder, "paceline.db"), defaultSettings("test", "UTC"));
  try {
    const traffic = new Traffic(() => clock.monotonic());
    const clock: FakeClock = new FakeClock(async () => {
      do await settle();
      while (traffic.longest() > AHEAD_OF_THE_DISK);
    });
    const ids = await campaigns(store, contacts, clock.now());
    const dialer = dialerOn(store, traffic, clock);
    await dialer.begin();
    const began = performance.now();
    for (const id of ids) {
      const started = await dialer.start(id);
      if (!started.ok) throw new Error(started.error.message);
    }
    while (dialer.campaignsDialing() > 0) await clock.advance(AHEAD_OF_THE_DISK);
    const seconds = (performance.now() - began) / 1_000;
    await refuseUnfinished(store, ids, contacts);
    await dialer.stop();
    return contacts / seconds;
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function campaigns(store: Store, contacts: number, now: number): Promise<CampaignId[]> {
  const ids: CampaignId[] = [];
  for (let campaign = 0; campaign < CAMPAIGNS; campaign++) {
    const first = Math.round((campaign * contacts) / CAMPAIGNS);
    const end = Math.round(((campaign + 1) * contacts) / CAMPAIGNS);
    const id = await storeCampaign(store, {
      name: `Bench ${campaign}`,
      phones: Array.from({ length: end - first }, (_, index) => phoneOf(first + index)),
      dialing: { callsPerMinute: 1_800, maxConcurrentCalls: 1_000, maxRetries: 0 },
      now,
    });
    ids.push(id);
  }
  return ids;
}

function dialerOn(store: Store, traffic: Traffic, clock: FakeClock): Dialer {
  return new Dialer({
    clock,
    random: Math.random,
    carrier: new AnsweringCarrier(clock),
    store: traffic.watch(store.dialing),
    quota: { minutes: () => Promise.resolve({ quota: 100_000_000, used: 0 }) },
    callerIds: { first: () => Promise.resolve({ kind: "number", number: CALLER_ID }) },
    timeZone: "UTC",
    contactRules: () => NO_RULES,
    accountLimits: () => ({ callsPerSecond: 30 * CAMPAIGNS, concurrentCalls: null }),
    onLive: () => undefined,
    onCallsChanged: () => undefined,
    onCampaignChanged: () => undefined,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (message, fault) => console.error(message, fault),
    },
  });
}

/** A figure of work that was not done would be worth nothing. */
async function refuseUnfinished(store: Store, ids: readonly CampaignId[], contacts: number) {
  let completed = 0;
  for (const id of ids) completed += (await store.dialing.figures(id)).completed;
  if (completed !== contacts) {
    throw new Error(`Only ${completed} of ${contacts} contacts were completed.`);
  }
}
