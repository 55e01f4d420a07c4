import type { DialingSettings } from "../../shared/campaign";
import { MINUTE, type Instant } from "../../shared/instant";
import { OUTCOME_WORDS, type Outcome } from "../../shared/outcome";
import type { ContactNext } from "./ports";

type Consequence = "completes" | "fails" | "is-retried" | "does-not-count";

/** What an outcome means for the contact. */
export const CONSEQUENCES: Readonly<Record<Outcome, Consequence>> = {
  talked: "completes",
  declined: "completes",
  hung_up_immediately: "completes",
  machine: "completes",
  no_answer: "is-retried",
  busy: "is-retried",
  network_error: "is-retried",
  invalid_number: "fails",
  not_permitted: "fails",
  cancelled: "does-not-count",
  not_placed: "does-not-count",
};

export interface EndedDial {
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** 1 for the first dial of the contact. */
  readonly number: number;
  /** When the dial was over: Retry Delay counts from here to the start of the next. */
  readonly endedAt: Instant;
}

/** What happens next with a contact. At most Max Retries + 1 dials. */
export function nextFor(dial: EndedDial, settings: DialingSettings): ContactNext {
  const { outcome, number, endedAt } = dial;
  switch (CONSEQUENCES[outcome]) {
    case "completes":
      return { kind: "completed", outcome };
    case "fails":
      return { kind: "failed", outcome, reason: dial.reason ?? `${OUTCOME_WORDS[outcome]}.` };
    case "does-not-count":
      return { kind: "returned", notBefore: endedAt };
    case "is-retried":
      if (number > settings.maxRetries) {
        return { kind: "failed", outcome, reason: exhausted(outcome, number) };
      }
      return {
        kind: "retry",
        outcome,
        notBefore: endedAt + settings.retryDelayMinutes * MINUTE,
      };
  }
}

function exhausted(outcome: Outcome, attempts: number): string {
  return `${OUTCOME_WORDS[outcome]} at the last of ${attempts} ${attempts === 1 ? "attempt" : "attempts"}.`;
}
