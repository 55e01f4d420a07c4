import { hasEnded, momentOf, type PracticeCall } from "./call";
import type { CallOrder } from "./call-order";
import { planCall } from "./call-plan";
import { chanceFrom, type Chance } from "./chance";
import type { PracticeClock } from "./clock";
import type { Journal, JournalEntry } from "./journal";
import { drawOutcome, type PracticeMix, type PracticeOutcome } from "./mix";
import { recordingSidOf } from "./recording";
import { newSid } from "./sid";
import type { SoundLibrary } from "./sound-library";
import { testNumber } from "./test-numbers";
import type { TranscriptOrder } from "./transcript";

/** Calls that ended longer ago are forgotten when the line is opened. */
const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Share of the invalid numbers that are refused at once; the others fail after they are dialed. */
const REFUSED_AT_ONCE = 0.5;
const NOT_A_VALID_NUMBER = 21217;

export interface ExchangeOptions {
  readonly journal: Journal;
  readonly clock: PracticeClock;
  readonly library: SoundLibrary;
  readonly mix: PracticeMix;
  /** Makes the calls repeat themselves from one run to the next; null: every call by chance. */
  readonly seed: string | null;
}

export type PlacedCall =
  | { readonly kind: "placed"; readonly call: PracticeCall }
  | { readonly kind: "refused"; readonly code: number };

/** Where the calls are: creates, keeps and ends them. What is not stopped runs by its plan. */
export class Exchange {
  mix: PracticeMix;
  readonly #journal: Journal;
  readonly #clock: PracticeClock;
  readonly #library: SoundLibrary;
  readonly #seed: string | null;
  /** In the order of their creation. */
  readonly #calls = new Map<string, PracticeCall>();
  readonly #callSidOfRecording = new Map<string, string>();
  readonly #callsTo = new Map<string, number>();
  readonly #transcripts = new Map<string, TranscriptOrder>();

  constructor(options: ExchangeOptions) {
    this.mix = options.mix;
    this.#journal = options.journal;
    this.#clock = options.clock;
    this.#library = options.library;
    this.#seed = options.seed;
    for (const entry of options.journal.read()) this.#take(entry);
    this.#forgetOldCalls();
    options.journal.restart(this.#entries());
  }

  /** Newest first. */
  get calls(): PracticeCall[] {
    return [...this.#calls.values()].reverse();
  }

  /** Newest first. */
  get transcripts(): TranscriptOrder[] {
    return [...this.#transcripts.values()].reverse();
  }

  call(sid: string): PracticeCall | null {
    return this.#calls.get(sid) ?? null;
  }

  callOfRecording(recordingSid: string): PracticeCall | null {
    return this.call(this.#callSidOfRecording.get(recordingSid) ?? "");
  }

  transcript(sid: string): TranscriptOrder | null {
    return this.#transcripts.get(sid) ?? null;
  }

  place(order: CallOrder): PlacedCall {
    const earlier = this.#callsTo.get(order.to) ?? 0;
    const fixed = testNumber(order.to, earlier);
    if (fixed?.kind === "refused") return fixed;

    const chance = this.#chanceFor(order.to, earlier, fixed !== null);
    const outcome = fixed?.outcome ?? drawOutcome(this.mix, chance);
    if (fixed === null && isRefused(outcome, chance)) {
      return { kind: "refused", code: NOT_A_VALID_NUMBER };
    }
    const now = this.#clock.now();
    const call: PracticeCall = {
      sid: newSid("CA"),
      createdAt: now,
      order,
      plan: planCall(order, outcome, this.#library.recordings, chance, now),
      stoppedAt: null,
      recordingDeleted: false,
    };
    this.#callsTo.set(order.to, earlier + 1);
    this.#keep({ kind: "call", call });
    return { kind: "placed", call };
  }

  /** Ends a call now, if it has not ended. */
  stop(call: PracticeCall): PracticeCall {
    const now = this.#clock.now();
    if (hasEnded(momentOf(call, now))) return call;
    return this.#replace({ ...call, stoppedAt: now });
  }

  /** Takes new instructions in; nobody plays them: what is said goes on as it was recorded. */
  redirect(call: PracticeCall, newTwiml: string | null): PracticeCall {
    return this.#replace({ ...call, newTwiml });
  }

  deleteRecording(call: PracticeCall): void {
    this.#replace({ ...call, recordingDeleted: true });
  }

  orderTranscript(order: Omit<TranscriptOrder, "sid" | "createdAt">): TranscriptOrder {
    const transcript = { ...order, sid: newSid("GT"), createdAt: this.#clock.now() };
    this.#keep({ kind: "transcript", transcript });
    return transcript;
  }

  #chanceFor(to: string, earlierCalls: number, fixed: boolean): Chance {
    if (fixed) return chanceFrom(`${to} ${earlierCalls}`);
    return this.#seed === null ? Math.random : chanceFrom(`${this.#seed} ${to} ${earlierCalls}`);
  }

  #replace(call: PracticeCall): PracticeCall {
    this.#keep({ kind: "call", call });
    return call;
  }

  #keep(entry: JournalEntry): void {
    this.#journal.append(entry);
    this.#take(entry);
  }

  #take(entry: JournalEntry): void {
    if (entry.kind === "call") {
      this.#calls.set(entry.call.sid, entry.call);
      this.#callSidOfRecording.set(recordingSidOf(entry.call.sid), entry.call.sid);
    } else {
      this.#transcripts.set(entry.transcript.sid, entry.transcript);
    }
  }

  #forgetOldCalls(): void {
    const oldest = this.#clock.now() - KEPT_FOR_MS;
    for (const [sid, call] of this.#calls) {
      if (call.plan.endedAt < oldest) this.#calls.delete(sid);
      else this.#callsTo.set(call.order.to, (this.#callsTo.get(call.order.to) ?? 0) + 1);
    }
    for (const [sid, { callSid }] of this.#transcripts) {
      if (!this.#calls.has(callSid)) this.#transcripts.delete(sid);
    }
  }

  #entries(): JournalEntry[] {
    return [
      ...[...this.#calls.values()].map((call) => ({ kind: "call" as const, call })),
      ...[...this.#transcripts.values()].map((transcript) => ({
        kind: "transcript" as const,
        transcript,
      })),
    ];
  }
}

function isRefused(outcome: PracticeOutcome, chance: Chance): boolean {
  return outcome === "invalid_number" && chance() < REFUSED_AT_ONCE;
}
