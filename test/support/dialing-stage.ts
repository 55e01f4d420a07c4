import { Dialer, type DialerEnvironment } from "../../src/main/dialing/dialer";
import type { ContactRules } from "../../src/main/dialing/contact-gates";
import type { DialingSettings, LiveFigures } from "../../src/shared/campaign";
import type { CampaignId } from "../../src/shared/ids";
import type { PhoneNumber } from "../../src/shared/phone-number";
import { FakeClock } from "./fake-clock";
import { MemoryStore } from "./memory-store";
import { ScriptedCarrier, type Scripting } from "./scripted-carrier";

export const DISK_FULL = "SQLITE_FULL";

const WRITES: ReadonlySet<string | symbol> = new Set([
  "claim",
  "record",
  "putOff",
  "lookAgain",
  "changeCampaign",
  "note",
]);

export const CALLER_ID = "+14155550100" as PhoneNumber;

export interface StageOptions {
  readonly script?: Scripting;
  readonly quota?: { quota: number; used: number };
  readonly account?: { callsPerSecond: number; concurrentCalls: number | null };
  /** Milliseconds that a write takes. */
  readonly writing?: number;
  readonly callerIds?: DialerEnvironment["callerIds"];
  readonly rules?: Partial<ContactRules>;
}

/** A dialer in virtual time, with a store in memory and a scripted carrier. */
export class DialingStage {
  readonly clock = new FakeClock();
  readonly store = new MemoryStore();
  readonly carrier: ScriptedCarrier;
  readonly quota: { quota: number; used: number };
  readonly account: { callsPerSecond: number; concurrentCalls: number | null };
  readonly live: LiveFigures[] = [];
  readonly problems: string[] = [];
  /** Whoever changes them tells the dialer. */
  rules: ContactRules;
  diskFull = false;
  dialer: Dialer;
  private life = { alive: true };

  constructor(private readonly options: StageOptions = {}) {
    this.carrier = new ScriptedCarrier(this.clock, options.script ?? (() => ({})));
    this.quota = options.quota ?? { quota: 10_000_000, used: 0 };
    this.account = options.account ?? { callsPerSecond: 100, concurrentCalls: null };
    this.rules = { callingHours: null, attemptLimits: [], ...options.rules };
    this.dialer = this.newDialer();
  }

  campaign(contacts: number, dialing: Partial<DialingSettings> = {}, area = 201): CampaignId {
    const phones = Array.from({ length: contacts }, (_, n) => phoneOf(n, area));
    return this.store.addCampaign({ phones, dialing });
  }

  async begin(): Promise<void> {
    await this.clock.until(this.dialer.begin());
  }

  async started(contacts: number, dialing: Partial<DialingSettings> = {}): Promise<CampaignId> {
    const id = this.campaign(contacts, dialing);
    await this.begin();
    await this.start(id);
    return id;
  }

  async start(id: CampaignId): Promise<void> {
    const result = await this.clock.until(this.dialer.start(id));
    if (!result.ok) throw new Error(result.error.message);
  }

  /** The process is killed: nothing it waits for comes back, and nothing it meant to do is done. */
  kill(): void {
    this.life.alive = false;
    this.life = { alive: true };
    this.dialer = this.newDialer();
  }

  hasEnded(id: CampaignId): boolean {
    return ["COMPLETED", "CANCELLED"].includes(this.store.status(id));
  }

  runToEnd(id: CampaignId, limit = 7 * 24 * 3_600_000): Promise<boolean> {
    return this.clock.advanceUntil(() => this.hasEnded(id), limit);
  }

  /** Where a write fails, nothing is written. */
  private writtenSlowly(): MemoryStore {
    const half = () =>
      new Promise<void>((resolve) => {
        if (this.options.writing) this.clock.schedule(this.options.writing / 2, resolve);
        else resolve();
      });
    const life = this.life;
    return new Proxy(this.store, {
      get: (store, key) => {
        const value: unknown = Reflect.get(store, key);
        if (typeof value !== "function") return value;
        if (!WRITES.has(key)) return value.bind(store);
        return async (...given: unknown[]) => {
          await half();
          if (!life.alive) return new Promise(() => {});
          if (this.diskFull) throw new Error(DISK_FULL);
          const answer: unknown = await Reflect.apply(value, store, given);
          await half();
          return answer;
        };
      },
    });
  }

  private newDialer(): Dialer {
    const { life, clock } = this;
    const mortalClock = {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      schedule: (delay: number, run: () => void) =>
        clock.schedule(delay, () => {
          if (life.alive) run();
        }),
    };
    let chance = 1;
    return new Dialer({
      clock: mortalClock,
      random: () => (chance = (chance * 16_807) % 2_147_483_647) / 2_147_483_647,
      carrier: mortal(this.carrier, life),
      store: mortal(this.writtenSlowly(), life),
      quota: { minutes: async () => ({ ...this.quota }) },
      callerIds: this.options.callerIds ?? {
        first: async () => ({ kind: "number", number: CALLER_ID }),
      },
      timeZone: "UTC",
      accountLimits: () => this.account,
      contactRules: () => this.rules,
      onLive: (figures) => this.live.push(figures),
      onCallsChanged: () => {},
      onCampaignChanged: () => {},
      log: {
        info: () => {},
        warn: () => {},
        error: (message, fault) => this.problems.push(`${message} ${String(fault)}`),
      },
    });
  }
}

export function phoneOf(n: number, area = 201): string {
  return `+1${area}${String(n).padStart(7, "0")}`;
}

/** What the dead ask for is not done, and what they asked for is not answered. */
export function mortal<T extends object>(target: T, life: { readonly alive: boolean }): T {
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key);
      if (typeof value !== "function") return value;
      return async (...given: unknown[]) => {
        if (!life.alive) return new Promise(() => {});
        const answer: unknown = await Reflect.apply(value, object, given);
        return life.alive ? answer : new Promise(() => {});
      };
    },
  });
}
