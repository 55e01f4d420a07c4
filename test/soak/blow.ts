import { between, oneOf, type Chance } from "../../src/main/practice-line/chance";
import type { Moment } from "./carrier/faulty-carrier";

/** When the application is killed. Times in real milliseconds since it was told to open. */
export interface Blow {
  /** Null: at any time. */
  readonly moment: Moment | null;
  /** At the so-manieth time that this moment comes. */
  readonly occasion: number;
  /** So long after that moment, or after the opening. */
  readonly delay: number;
  /** At the latest, where the moment does not come. */
  readonly latest: number;
}

const MOMENTS: readonly (readonly [share: number, moment: Moment | null])[] = [
  [20, "order received"],
  [20, "order carried out"],
  [20, "order answered"],
  [8, "search received"],
  [32, null],
];

/** Half of the blows fall at once, half within the next few milliseconds. */
const AFTERMATH = 15;

/** A blow somewhere in a life of at most `longest` milliseconds; the dangerous moments come first. */
export function drawBlow(chance: Chance, longest: number): Blow {
  const moment = drawMoment(chance);
  const latest = between(chance, longest / 2, longest);
  if (moment === null) {
    return { moment, occasion: 0, delay: between(chance, 0, longest), latest: longest };
  }
  const occasion = moment === "search received" ? 1 : Math.ceil(between(chance, 0, 8));
  const delay = oneOf(chance, [0, between(chance, 0, AFTERMATH)]);
  return { moment, occasion, delay, latest };
}

function drawMoment(chance: Chance): Moment | null {
  let left = chance() * MOMENTS.reduce((sum, [share]) => sum + share, 0);
  for (const [share, moment] of MOMENTS) {
    if (left < share) return moment;
    left -= share;
  }
  return null;
}

/** Deals one blow. */
export class Executioner {
  private left: number;
  private timer: ReturnType<typeof setTimeout>;
  /** The moment at which it fell; null while it has not. */
  fellAt: Moment | "any time" | null = null;

  constructor(
    private readonly blow: Blow,
    private readonly kill: () => void,
  ) {
    this.left = blow.occasion;
    const wait = blow.moment === null ? blow.delay : blow.latest;
    this.timer = setTimeout(() => this.strike("any time"), wait);
  }

  /** Something has happened at the carrier. */
  readonly heard = (moment: Moment): void => {
    if (moment !== this.blow.moment || (this.left -= 1) !== 0) return;
    if (this.blow.delay === 0) return this.strike(moment);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.strike(moment), this.blow.delay);
  };

  private strike(at: Moment | "any time"): void {
    clearTimeout(this.timer);
    if (this.fellAt !== null) return;
    this.fellAt = at;
    this.kill();
  }
}
