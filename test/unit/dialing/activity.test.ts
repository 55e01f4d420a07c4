import { expect, test } from "vitest";
import { DialingStage } from "../../support/dialing-stage";

test("after a quit the log says when Paceline was closed, and for how long it was not running", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 200_000 }) });
  const id = await stage.started(20, { callsPerMinute: 60, maxConcurrentCalls: 2 });
  await stage.clock.advance(5_000);
  await stage.clock.until(stage.dialer.stop());
  stage.kill();
  await stage.clock.advance(2 * 3_600_000 + 5 * 60_000);
  await stage.begin();
  expect(stage.store.activity(id).slice(1)).toMatchObject([
    {
      kind: "closed",
      message:
        "Paceline was closed. No call starts until it is started again. 2 calls in progress finish.",
    },
    {
      kind: "recovered",
      message:
        "Paceline was not running for 2 h 5 min. The carrier was asked what became of 2 calls.",
    },
  ]);
});

test("after a crash it counts from the last sign of life", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 1_000 }) });
  const id = await stage.started(3, { callsPerMinute: 1 });
  await stage.clock.advance(70_000);
  stage.kill();
  await stage.clock.advance(45_000);
  await stage.begin();
  expect(stage.store.activity(id).at(-1)).toMatchObject({
    kind: "recovered",
    message: expect.stringMatching(/not running for (4[5-9]|5\d) s\. No call was in progress/),
  });
});

test("a campaign that did not run when Paceline was closed says nothing of it", async () => {
  const stage = new DialingStage();
  const id = await stage.started(5);
  await stage.clock.until(stage.dialer.pause(id));
  await stage.clock.until(stage.dialer.stop());
  stage.kill();
  await stage.begin();
  expect(stage.store.activity(id).map(({ kind }) => kind)).toEqual(["started", "paused"]);
});

test("says which call is unresolved, and what the supervisor decided", async () => {
  for (const [wasPlaced, words] of [
    [true, /^The supervisor decided that the call to \+12010000000 was placed/],
    [false, /^The supervisor decided that the call to \+12010000000 was not placed/],
  ] as const) {
    const stage = new DialingStage({ script: () => ({ answer: "lost-on-the-way" }) });
    const id = await stage.started(1);
    stage.carrier.goDown();
    await stage.clock.advance(20 * 60_000);
    const lines = () => stage.store.activity(id);
    expect(lines().at(-1)).toMatchObject({
      kind: "unresolved",
      message: expect.stringContaining("the call to +12010000000"),
    });
    await stage.clock.until(stage.dialer.resolve(stage.store.attempts[0]!.id, wasPlaced));
    const resolved = lines().find(({ kind }) => kind === "resolved");
    expect(resolved).toMatchObject({ message: expect.stringMatching(words) });
  }
});

test("campaigns that run note a setting that others changed", async () => {
  const stage = new DialingStage();
  const [running, draft] = [await stage.started(5), stage.campaign(5, {}, 202)];
  stage.dialer.settingsChanged("The quota was changed from 1 to 2 minutes.");
  await stage.clock.advance(10);
  expect(stage.store.activity(running).at(-1)).toMatchObject({
    kind: "settings-changed",
    message: "The quota was changed from 1 to 2 minutes.",
  });
  expect(stage.store.activity(draft)).toEqual([]);
});

test("a breaker's pause is told from the others", async () => {
  const script = () => ({ talks: null, rings: 0, unanswered: "failed" }) as const;
  const stage = new DialingStage({ script });
  const id = await stage.started(100, { callsPerMinute: 60, maxConcurrentCalls: 20 });
  await stage.clock.advance(120_000);
  expect(stage.store.activity(id).at(-1)).toMatchObject({ kind: "circuit-breaker" });
});
