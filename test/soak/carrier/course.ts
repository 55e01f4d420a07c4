import { between, type Chance } from "../../../src/main/practice-line/chance";

/** How one request fares. All times in seconds since it came, by the soak's time. */
export interface Course {
  readonly name: string;
  /** When it is carried out; null: never. */
  readonly carriedOutAfter: number | null;
  readonly answeredAfter: number;
  readonly answer: Answer;
}

/** What is sent back; all but "true" and "late" hide what became of the request. */
export type Answer =
  /** What the carrier says. */
  | { readonly kind: "true" }
  /** The connection breaks before the answer, or in its middle. */
  | { readonly kind: "broken-off"; readonly part: number }
  /** An answer whose body ends too early, though the connection is well. */
  | { readonly kind: "unreadable" }
  /** Something between the carrier and us answers. */
  | { readonly kind: "page"; readonly status: number }
  | { readonly kind: "error"; readonly status: number; readonly code: number }
  | { readonly kind: "too-many"; readonly retryAfter: number | null };

/** Longest that a request is on its way: the application may rely on 30 s. */
export const LATEST_ARRIVAL = 12;

/** The application gives up on a request after 30 s. */
const PAST_THE_TIME_OUT = 36;

type Draw = (chance: Chance) => Omit<Course, "name">;

const at = (
  carriedOutAfter: number | null,
  answeredAfter: number,
  answer: Answer = { kind: "true" },
): Omit<Course, "name"> => ({ carriedOutAfter, answeredAfter, answer });

const BREAK: Answer = { kind: "broken-off", part: 0 };
const GATEWAY_PAGE: Answer = { kind: "page", status: 502 };
const SERVER_ERROR: Answer = { kind: "error", status: 500, code: 20500 };

/** What may happen to a request that places a call, and how often. */
const ORDER_COURSES: readonly (readonly [share: number, name: string, draw: Draw])[] = [
  [58, "answered at once", () => at(0, 0)],
  [14, "answered slowly", (chance) => at(0, between(chance, 1, 12))],
  [2, "accepted, answer lost", () => at(0, 0, BREAK)],
  [2, "accepted, answer lost later", (chance) => at(0, between(chance, 1, 10), BREAK)],
  [2, "accepted, answered past the time-out", () => at(0, PAST_THE_TIME_OUT)],
  [2, "accepted, answer cut off", () => at(0, 0, { kind: "broken-off", part: 0.5 })],
  [2, "accepted, answer unreadable", () => at(0, 0, { kind: "unreadable" })],
  [2, "accepted, then HTML 502", () => at(0, 1, GATEWAY_PAGE)],
  [2, "accepted, then 500", () => at(0, 0, SERVER_ERROR)],
  [
    2,
    "504 first, accepted later",
    (chance) => at(between(chance, 1, LATEST_ARRIVAL), 0, { kind: "page", status: 504 }),
  ],
  [3, "accepted late", (chance) => lateArrival(between(chance, 1, LATEST_ARRIVAL))],
  [2, "lost on the way", () => at(null, 0, BREAK)],
  [1, "never answered", () => at(null, PAST_THE_TIME_OUT, BREAK)],
  [2, "HTML 502, not accepted", () => at(null, 0, GATEWAY_PAGE)],
  [2, "500, not accepted", () => at(null, 0, SERVER_ERROR)],
  [1, "429", () => at(null, 0, { kind: "too-many", retryAfter: null })],
  [1, "429 with Retry-After", (chance) => at(null, 0, retryAfter(chance))],
];

/** What may happen to any other request. */
const QUESTION_COURSES: typeof ORDER_COURSES = [
  [80, "answered at once", () => at(0, 0)],
  [6, "answered slowly", (chance) => at(0, between(chance, 1, 8))],
  [2, "answer lost", () => at(0, 0, BREAK)],
  [1, "answered past the time-out", () => at(0, PAST_THE_TIME_OUT)],
  [2, "answer cut off", () => at(0, 0, { kind: "broken-off", part: 0.5 })],
  [2, "answer unreadable", () => at(0, 0, { kind: "unreadable" })],
  [1, "HTML with 200", () => at(null, 0, { kind: "page", status: 200 })],
  [2, "HTML 502", () => at(null, 0, GATEWAY_PAGE)],
  [2, "500", () => at(null, 0, SERVER_ERROR)],
  [1, "429", () => at(null, 0, { kind: "too-many", retryAfter: null })],
  [1, "429 with Retry-After", (chance) => at(null, 0, retryAfter(chance))],
];

/** What a request meets in a storm: too many of them, the carrier says, and does nothing. */
export const STORM: Course = {
  name: "429 storm",
  ...at(null, 0, { kind: "too-many", retryAfter: null }),
};

/** For requests that came while this very process stood still: nobody knows how long ago. */
export const LOST_IN_A_STALL: Course = { name: "lost in a stall", ...at(null, 0, BREAK) };

export function orderCourse(chance: Chance): Course {
  return drawn(ORDER_COURSES, chance);
}

export function questionCourse(chance: Chance): Course {
  return drawn(QUESTION_COURSES, chance);
}

function drawn(courses: typeof ORDER_COURSES, chance: Chance): Course {
  let left = chance() * courses.reduce((sum, [share]) => sum + share, 0);
  for (const [share, name, draw] of courses) {
    if (left < share) return { name, ...draw(chance) };
    left -= share;
  }
  return { name: "answered at once", ...at(0, 0) };
}

function lateArrival(seconds: number): Omit<Course, "name"> {
  return at(seconds, seconds);
}

function retryAfter(chance: Chance): Answer {
  return { kind: "too-many", retryAfter: Math.ceil(between(chance, 1, 15)) };
}
