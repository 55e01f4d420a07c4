import { expect, test } from "vitest";
import type { ReadyContact } from "../../../src/main/dialing/ports";
import { ReadyContacts } from "../../../src/main/dialing/ready-contacts";
import { MINUTE } from "../../../src/shared/instant";
import type { CampaignId, ContactId } from "../../../src/shared/ids";
import type { PhoneNumber } from "../../../src/shared/phone-number";
import { DialingStage, phoneOf } from "../../support/dialing-stage";
import { FakeClock, settle } from "../../support/fake-clock";
import { StoreHealth } from "../../../src/main/dialing/store-health";

test("a number that another campaign is calling is called afterwards, and the others meanwhile", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 60_000 }) });
  const first = stage.store.addCampaign({ phones: [phoneOf(1)], dialing: { callsPerMinute: 60 } });
  const second = stage.store.addCampaign({
    phones: [phoneOf(1), phoneOf(2)],
    dialing: { callsPerMinute: 60 },
  });
  await stage.begin();
  await stage.start(first);
  await stage.start(second);
  await stage.clock.advance(10_000);
  const to = () => stage.carrier.calls.map(({ order }) => order.to);
  expect(to()).toEqual([phoneOf(1), phoneOf(2)]);
  await stage.runToEnd(second);
  expect(to()).toEqual([phoneOf(1), phoneOf(2), phoneOf(1)]);
  const [one, , again] = stage.carrier.calls;
  expect(again!.createdAt).toBeGreaterThanOrEqual(one!.endsAt);
});

test("a number that another campaign wanted to call, and was refused, is called all the same", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 5_000 }) });
  const first = stage.store.addCampaign({ phones: [phoneOf(1)] });
  const second = stage.store.addCampaign({ phones: [phoneOf(1)] });
  const claim = stage.store.claim.bind(stage.store);
  stage.store.claim = async (claims) => {
    if (claims[0]?.campaignId !== first) return claim(claims);
    await new Promise<void>((resolve) => stage.clock.schedule(1_000, resolve));
    return [{ kind: "fenced" }];
  };
  await stage.begin();
  await stage.start(first);
  await stage.start(second);
  await stage.clock.advance(500);
  expect(await stage.clock.until(stage.dialer.pause(first))).toMatchObject({ ok: true });
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls.map(({ order }) => order.campaignId)).toEqual([second]);
});

test("after a restart each waiting retry is called when it is due, not with the first one", async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial < 4 ? { talks: null, rings: 1_000 } : { talks: 5_000 }),
  });
  const id = await stage.started(4, {
    callsPerMinute: 6,
    retryDelayMinutes: 2,
    maxConcurrentCalls: 4,
  });
  await stage.clock.advance(60_000);
  await stage.clock.until(stage.dialer.stop());
  stage.clock.jump(62_000);
  stage.kill();
  await stage.begin();
  await stage.runToEnd(id);
  const due = stage.store.attempts.slice(0, 4).map(({ end }) => {
    if (end?.next.kind !== "retry") throw new Error("It is to be retried");
    return end.next.notBefore;
  });
  for (const [n, attempt] of stage.store.attempts.slice(4).entries()) {
    const late = attempt.intentAt - due[n]!;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(n === 0 ? 5_000 : 1_500);
  }
});

test("reads on while it dials, and leaves nobody out", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 1_000, rings: 0 }), writing: 30 });
  const id = await stage.started(1_000, { callsPerMinute: 1_800, maxConcurrentCalls: 300 });
  const began = stage.clock.monotonic();
  expect(await stage.runToEnd(id)).toBe(true);
  expect(new Set(stage.carrier.calls.map(({ order }) => order.to)).size).toBe(1_000);
  expect(stage.carrier.calls).toHaveLength(1_000);
  expect(stage.clock.monotonic() - began).toBeLessThan(36_000);
});

test("one whose claim came to the disk while it was read is not ready once more", async () => {
  const clock = new FakeClock();
  const readings: ((found: readonly ReadyContact[]) => void)[] = [];
  const contacts = new ReadyContacts(1 as CampaignId, 60, {
    store: {
      readyContacts: () => new Promise((resolve) => readings.push(resolve)),
      nextDue: () => Promise.resolve(null),
      putOff: () => Promise.resolve(),
    },
    clock,
    health: new StoreHealth({
      clock,
      random: () => 0,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    }),
    verdictOn: () => ({ kind: "open" }),
    startsFrom: () => null,
    onRead: () => {},
    onEnded: () => {},
  });
  const ana: ReadyContact = {
    contactId: 1 as ContactId,
    phone: phoneOf(1) as PhoneNumber,
    attempts: 0,
    timeZones: [],
    suppression: null,
    startsToNumber: [],
  };
  contacts.state();
  readings[0]!([ana]);
  await settle();
  expect(contacts.state()).toEqual({ kind: "ready" });
  contacts.take();
  contacts.lookAgainIn(0);
  contacts.state();
  contacts.settled(ana, "claimed");
  readings[1]!([ana]);
  await settle();
  expect(contacts.state()).toEqual({ kind: "none" });
});
