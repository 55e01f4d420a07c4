import { z } from "zod";
import { formatCount } from "./format-count";

/** A figure that people type in. What is wrong with it is said by its name. */
export const wholeNumber = (least: number, most: number, what: string) =>
  z
    .number({ error: `${what} must be a number.` })
    .int(`${what} must be a whole number.`)
    .min(least, `${what} must be at least ${formatCount(least)}.`)
    .max(most, `${what} must be at most ${formatCount(most)}.`);
