/**
 * Numbers whose calls always come to the same on the practice line: the thousand's digit decides
 * (src/main/practice-line/test-numbers.ts).
 */
const THOUSANDS = {
  conversation: 1,
  hung_up_immediately: 2,
  machine: 3,
  no_answer: 4,
  busy: 5,
  network_error: 6,
  declined: 7,
  invalid_number: 8,
  no_answer_then_conversation: 9,
} as const;

export type PracticeCall = keyof typeof THOUSANDS;

/** A CSV file with so many contacts for each kind of call. */
export function contactsCsv(calls: Partial<Record<PracticeCall, number>>): string {
  const rows = Object.entries(calls).flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index) => {
      const line = THOUSANDS[call as PracticeCall] * 1_000 + index;
      return `${call} ${index + 1},+1500555${line},Gold`;
    }),
  );
  return ["Name,Phone,plan", ...rows].join("\n");
}
