import { expect, it } from "vitest";
import { DEFAULT_DIALING, dialingSettings } from "../../../src/shared/campaign";

it("says the limits of a figure as people write them", () => {
  const said = (changes: object) =>
    dialingSettings.safeParse({ ...DEFAULT_DIALING, ...changes }).error?.issues[0]?.message;
  expect(said({ maxConcurrentCalls: 4_000 })).toBe("Max Concurrent Calls must be at most 1,000.");
  expect(said({ callsPerMinute: 0 })).toBe("Calls Per Minute must be at least 1.");
});
