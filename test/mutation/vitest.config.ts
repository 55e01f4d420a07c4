import { defineConfig } from "vitest/config";

/**
 * The tests that every mutant of the dialing engine has to face. The campaign of 100,000 contacts is
 * left out, and fewer random schedules are played: both take long, and each mutant would pay for it.
 */
export default defineConfig({
  test: {
    include: ["test/unit/dialing/**/*.test.ts"],
    testNamePattern: /^(?!.*100,000 contacts)/,
    env: { DIALING_RUNS: "25" },
  },
});
