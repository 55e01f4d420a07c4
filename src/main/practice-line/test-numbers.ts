import type { PracticeOutcome } from "./mix";

/**
 * Numbers that always come to the same, whatever the mix. They lie in +1 500 555, where Twilio
 * keeps its own test numbers, so nobody's phone is behind them.
 *
 * | number           | what comes of a call to it                                             |
 * |------------------|------------------------------------------------------------------------|
 * | +1 500 555 0001  | refused: 21217, not a valid number (as with Twilio's test credentials)   |
 * | +1 500 555 0002  | refused: 21214, cannot be reached                                        |
 * | +1 500 555 0003  | refused: 21215, no permission for this country                           |
 * | +1 500 555 0004  | refused: 21216, blocked                                                  |
 * | +1 500 555 0009  | refused: 21219, not verified (a trial account)                           |
 * | +1 500 555 1000 to 1999 | a conversation                                                    |
 * | … 2000 to 2999   | hung up immediately                                                      |
 * | … 3000 to 3999   | an answering machine                                                     |
 * | … 4000 to 4999   | no answer                                                                |
 * | … 5000 to 5999   | busy                                                                     |
 * | … 6000 to 6999   | a network error                                                          |
 * | … 7000 to 7999   | declined                                                                 |
 * | … 8000 to 8999   | accepted, then failed: an invalid number                                 |
 * | … 9000 to 9999   | no answer to the first call, a conversation with every later one         |
 */
export type TestNumber =
  | { readonly kind: "refused"; readonly code: number }
  | { readonly kind: "outcome"; readonly outcome: PracticeOutcome };

const REFUSALS: ReadonlyMap<string, number> = new Map([
  ["0001", 21217],
  ["0002", 21214],
  ["0003", 21215],
  ["0004", 21216],
  ["0009", 21219],
]);

const OUTCOME_OF_DIGIT: ReadonlyMap<string, PracticeOutcome> = new Map([
  ["1", "conversation"],
  ["2", "hung_up_immediately"],
  ["3", "machine"],
  ["4", "no_answer"],
  ["5", "busy"],
  ["6", "network_error"],
  ["7", "declined"],
  ["8", "invalid_number"],
]);

/** What a call to `to` always comes to; null for a number that the mix decides on. */
export function testNumber(to: string, earlierCalls: number): TestNumber | null {
  const line = /^\+1500555(\d{4})$/.exec(to)?.[1];
  if (line === undefined) return null;
  const code = REFUSALS.get(line);
  if (code !== undefined) return { kind: "refused", code };
  if (line.startsWith("9")) {
    return { kind: "outcome", outcome: earlierCalls === 0 ? "no_answer" : "conversation" };
  }
  const outcome = OUTCOME_OF_DIGIT.get(line.charAt(0));
  return outcome === undefined ? null : { kind: "outcome", outcome };
}
