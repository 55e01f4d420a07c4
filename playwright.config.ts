import { defineConfig } from "@playwright/test";

/** Tests that flicker are mended, not run again. */
export default defineConfig({
  testDir: "test/e2e",
  outputDir: ".cache/e2e",
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
});
