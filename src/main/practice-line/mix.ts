import type { Chance } from "./chance";

/** What may come of a call on the practice line. */
export const PRACTICE_OUTCOMES = [
  "conversation",
  "hung_up_immediately",
  "machine",
  "no_answer",
  "busy",
  "network_error",
  "declined",
  "invalid_number",
] as const;
export type PracticeOutcome = (typeof PRACTICE_OUTCOMES)[number];

/** Shares of the outcomes; any sum will do. */
export type PracticeMix = Readonly<Record<PracticeOutcome, number>>;

/** Draws an outcome by its share. A mix of nothing but zeros gives conversations. */
export function drawOutcome(mix: PracticeMix, chance: Chance): PracticeOutcome {
  const total = PRACTICE_OUTCOMES.reduce((sum, outcome) => sum + mix[outcome], 0);
  let left = chance() * total;
  for (const outcome of PRACTICE_OUTCOMES) {
    if (left < mix[outcome]) return outcome;
    left -= mix[outcome];
  }
  return "conversation";
}
