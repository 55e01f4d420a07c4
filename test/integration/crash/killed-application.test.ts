import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../support/temporary-store";
import { bundleApplication } from "../../soak/application/bundle";
import { Round } from "../../soak/round";

/** A few of what `npm run soak` does by the hundred. SOAK_SEED plays one again. */
const SHORT_RUN = { kills: 16, contacts: 24, longestLife: 1_200 };
const seed = Number(process.env.SOAK_SEED ?? 20_270_201);

let built: string;
beforeAll(async () => {
  built = await bundleApplication();
}, 60_000);
afterAll(() => rm(built, { recursive: true, force: true }));

test("killed again and again in the middle of its campaigns, the application keeps its promises", async () => {
  const folder = await temporaryFolder();
  const { figures, broken } = await new Round({ ...SHORT_RUN, seed, folder, built }).play();
  const replay = `Replay: SOAK_SEED=${seed} npm test -- integration killed-application`;
  expect(broken, replay).toEqual([]);
  expect(figures.get("kills")).toBeGreaterThanOrEqual(10);
  expect(figures.get("calls placed")).toBeGreaterThan(60);
}, 180_000);
