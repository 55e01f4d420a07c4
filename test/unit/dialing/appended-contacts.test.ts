import { expect, test } from "vitest";
import { DialingStage, phoneOf } from "../../support/dialing-stage";

const LATE = [phoneOf(1, 202), phoneOf(2, 202)];

test("a campaign that waits for its last call goes on at once with contacts that join it", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 60_000 }) });
  const id = await stage.started(1, { callsPerMinute: 600 });
  await stage.clock.advance(30_000);
  expect(stage.live.at(-1)?.binding).toEqual({ kind: "last-calls" });

  stage.store.join(id, LATE);
  stage.dialer.audienceGrew();
  await stage.clock.advance(1_000);
  expect(stage.carrier.calls).toHaveLength(3);
  expect(stage.live.at(-1)?.figures).toMatchObject({ total: 3, inProgress: 3, pending: 0 });
  await stage.runToEnd(id);
  expect(await stage.store.figures(id)).toMatchObject({ total: 3, completed: 3 });
});

test("contacts that join a paused campaign are called when it is resumed", async () => {
  const stage = new DialingStage();
  const id = await stage.started(1, { callsPerMinute: 600 });
  await stage.clock.until(stage.dialer.pause(id));
  stage.store.join(id, LATE);
  stage.dialer.audienceGrew();
  await stage.clock.advance(60_000);
  expect(stage.carrier.calls.length).toBeLessThan(2);
  await stage.clock.until(stage.dialer.resume(id));
  await stage.runToEnd(id);
  expect(await stage.store.figures(id)).toMatchObject({ total: 3, completed: 3 });
});

test("a completed campaign does not come back", async () => {
  const stage = new DialingStage();
  const id = await stage.started(1);
  await stage.runToEnd(id);
  stage.dialer.audienceGrew();
  await stage.clock.advance(60_000);
  expect(stage.store.status(id)).toBe("COMPLETED");
  expect(stage.carrier.calls).toHaveLength(1);
});
