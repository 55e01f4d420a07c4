import { createHash } from "node:crypto";

/** Chance: a number from 0 up to but not including 1. */
export type Chance = () => number;

/** A row of numbers that is always the same for the same text (mulberry32). */
export function chanceFrom(text: string): Chance {
  let state = createHash("sha256").update(text).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from `least` up to `most`. */
export function between(chance: Chance, least: number, most: number): number {
  return least + chance() * (most - least);
}

export function oneOf<T>(chance: Chance, choices: readonly T[]): T {
  const choice = choices[Math.floor(chance() * choices.length)];
  if (choice === undefined) throw new Error("There is nothing to choose from.");
  return choice;
}
