import type { CallMoment, PracticeCall } from "./call";

/** How long after the answer the line knows who it was: people say hello, machines talk on. */
const PERSON_KNOWN_AFTER_MS = 2_500;
const MACHINE_KNOWN_AFTER_MS = 3_500;
/** The recorded greetings last 5 s, and then comes the beep. */
const GREETING_OVER_AFTER_MS = 6_000;

/** Whom the line takes the one who answered for; null: nobody asked, or it is not known yet. */
export function answeredBy(call: PracticeCall, moment: CallMoment, now: number): string | null {
  const { machineDetection } = call.order;
  if (machineDetection === null || moment.answeredAt === null) return null;
  const listenedFor = (moment.endedAt ?? now) - moment.answeredAt;
  const [verdict, knownAfter] = verdictOf(call, machineDetection);
  if (listenedFor >= knownAfter) return verdict;
  return moment.endedAt === null ? null : "unknown";
}

function verdictOf(
  { plan }: PracticeCall,
  machineDetection: "Enable" | "DetectMessageEnd",
): readonly [verdict: string, knownAfter: number] {
  if (plan.outcome !== "machine") return ["human", PERSON_KNOWN_AFTER_MS];
  return machineDetection === "Enable"
    ? ["machine_start", MACHINE_KNOWN_AFTER_MS]
    : ["machine_end_beep", GREETING_OVER_AFTER_MS];
}
