import { expect, test } from "vitest";
import type { Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { aDraft, anAudience, claimNext, NOW, start } from "./scene";

/** Milliseconds: the best of some, so that a busy computer does not count. */
async function shortest(times: number, run: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let time = 0; time < times; time += 1) {
    const begin = performance.now();
    await run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

async function startAndClaim(store: Store, contacts: number) {
  const audienceId = await anAudience(store, contacts);
  const drafts = await Promise.all([1, 2, 3].map(() => aDraft(store, { audienceId })));
  const started = [...drafts];
  const starting = await shortest(3, () => start(store, started.shift()!));
  const claiming = await shortest(3, () => claimNext(store, drafts[0]!, 5));
  const figures = await shortest(5, () => store.dialing.figures(drafts[0]!));
  expect(await store.dialing.figures(drafts[0]!)).toMatchObject({
    total: contacts,
    pending: contacts - 15,
    inProgress: 15,
  });
  await store.dialing.changeCampaign(drafts[0]!, {
    status: "CANCELLED",
    pauseReason: null,
    at: NOW,
    activity: { kind: "cancelled", message: "Cancelled." },
  });
  return { starting, claiming, figures };
}

test("starting, claiming and figures cost the same for a million contacts as for a thousand", async () => {
  const small = await startAndClaim((await temporaryStore()).store, 1_000);
  const large = await startAndClaim((await temporaryStore()).store, 1_000_000);
  // Anything that touches every contact would be a thousand times slower.
  expect(large.starting).toBeLessThan(20 * small.starting);
  expect(large.claiming).toBeLessThan(20 * small.claiming);
  expect(large.figures).toBeLessThan(20 * small.figures);
}, 60_000);
