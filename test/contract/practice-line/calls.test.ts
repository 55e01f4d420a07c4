import { describe, expect, it } from "vitest";
import { CALLER, get, ACCOUNT_SID, clientOf, openLine, TWIML } from "./support/open-line";

const order = { to: "+15005551001", from: CALLER, twiml: TWIML };

describe("a call on the practice line, through the SDK", () => {
  it("is queued, rings, is answered, lasts and completes as time passes", async () => {
    const { client, clock } = await openLine();
    const created = await client.calls.create(order);
    expect(created).toMatchObject({ status: "queued", direction: "outbound-api" });
    expect(created.startTime).toBeNull();
    expect(created.endTime).toBeNull();
    expect(created.duration).toBeNull();

    clock.pass(1);
    const ringing = await client.calls(created.sid).fetch();
    expect(ringing.status).toBe("ringing");
    expect(ringing.startTime).toBeInstanceOf(Date);

    clock.pass(12);
    expect((await client.calls(created.sid).fetch()).status).toBe("in-progress");

    clock.pass(60);
    const completed = await client.calls(created.sid).fetch();
    expect(completed.status).toBe("completed");
    expect(Number(completed.duration)).toBeGreaterThanOrEqual(15);
    expect(completed.answeredBy).toBeNull();
  });

  it.each([
    ["+15005552001", "completed", 1, 4],
    ["+15005553001", "completed", 6, 20],
    ["+15005554001", "no-answer", 0, 0],
    ["+15005555001", "busy", 0, 0],
    ["+15005556001", "failed", 0, 0],
    ["+15005557001", "failed", 0, 0],
    ["+15005558001", "failed", 0, 0],
  ])("to %s ends %s after %d to %d seconds of talk", async (to, status, least, most) => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create({ ...order, to });
    clock.pass(200);
    const ended = await client.calls(sid).fetch();
    expect(ended.status).toBe(status);
    expect(Number(ended.duration)).toBeGreaterThanOrEqual(least);
    expect(Number(ended.duration)).toBeLessThanOrEqual(most);
    expect(ended.endTime).toBeInstanceOf(Date);
  });

  it.each([
    ["+15005557001", "31603"],
    ["+15005558001", "31404"],
    ["+15005556001", expect.stringMatching(/^31(480|503|408)$/)],
  ])("to %s says in its notifications why it failed", async (to, code) => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create({ ...order, to });
    expect(await client.calls(sid).notifications.list()).toEqual([]);
    clock.pass(60);
    const [notification] = await client.calls(sid).notifications.list();
    expect(notification?.errorCode).toEqual(code);
  });

  it("rings no longer than its Timeout", async () => {
    const { client, clock } = await openLine();
    const impatient = await client.calls.create({ ...order, timeout: 1 });
    clock.pass(2);
    expect((await client.calls(impatient.sid).fetch()).status).toBe("no-answer");
  });

  it("tells a machine from a person only if it was asked to", async () => {
    const { client, clock } = await openLine();
    const machine = { ...order, to: "+15005553001" };
    const sids = [];
    for (const detection of [undefined, "Enable", "DetectMessageEnd"]) {
      const call = await client.calls.create({
        ...machine,
        ...(detection && { machineDetection: detection }),
      });
      sids.push(call.sid);
    }
    const person = await client.calls.create({ ...order, machineDetection: "Enable" });
    const digits = { machineDetection: "Enable", sendDigits: "1" };
    sids.push(person.sid, (await client.calls.create({ ...order, ...digits })).sid);
    clock.pass(134);
    const answers = [];
    for (const sid of sids) {
      answers.push((await client.calls(sid).fetch()).answeredBy);
    }
    expect(answers).toEqual([null, "machine_start", "machine_end_beep", "human", null]);
  });

  it.each([
    ["+15005551001", "Enable", "human", 3],
    ["+15005553001", "Enable", "machine_start", 4],
    ["+15005553001", "DetectMessageEnd", "machine_end_beep", 6],
  ])("to %s with %s tells %s while it goes on", async (to, machineDetection, who, seconds) => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create({ ...order, to, machineDetection });
    const answered = async () => (await client.calls(sid).fetch()).status === "in-progress";
    while (!(await answered())) clock.pass(0.5);
    clock.pass(1);
    expect(await client.calls(sid).fetch()).toMatchObject({ answeredBy: null });
    clock.pass(seconds - 1);
    expect(await client.calls(sid).fetch()).toMatchObject({
      status: "in-progress",
      answeredBy: who,
    });
  });

  it("that is over before it is known who answered was answered by nobody knows whom", async () => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create({ ...order, machineDetection: "Enable" });
    const answered = async () => (await client.calls(sid).fetch()).status === "in-progress";
    while (!(await answered())) clock.pass(0.5);
    await client.calls(sid).update({ status: "completed" });
    expect(await client.calls(sid).fetch()).toMatchObject({ answeredBy: "unknown" });
  });

  it("takes new instructions while it goes on, if they can be carried out", async () => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create(order);
    const twiml = "<Response><Say>Please call back.</Say></Response>";
    await expect(client.calls(sid).update({ twiml })).rejects.toMatchObject({ code: 21220 });
    clock.pass(14);
    expect(await client.calls(sid).update({ twiml })).toMatchObject({ status: "in-progress" });
    await expect(client.calls(sid).update({ twiml: "x".repeat(4_001) })).rejects.toMatchObject({
      status: 400,
    });
    clock.pass(300);
    await expect(client.calls(sid).update({ twiml })).rejects.toMatchObject({ code: 21220 });
  });

  it("is cancelled before it is answered, and completed after", async () => {
    const { client, clock } = await openLine();
    const queued = await client.calls.create(order);
    const cancelled = await client.calls(queued.sid).update({ status: "canceled" });
    expect(cancelled).toMatchObject({ status: "canceled", startTime: null });

    const talking = await client.calls.create(order);
    clock.pass(14);
    await expect(client.calls(talking.sid).update({ status: "canceled" })).rejects.toMatchObject({
      status: 400,
      code: 21220,
    });
    const hungUp = await client.calls(talking.sid).update({ status: "completed" });
    expect(hungUp.status).toBe("completed");
    expect(Number(hungUp.duration)).toBeLessThan(14);
  });

  it("refuses to change a call that has ended", async () => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create(order);
    clock.pass(120);
    for (const status of ["canceled", "completed"] as const) {
      await expect(client.calls(sid).update({ status })).rejects.toMatchObject({ code: 21220 });
    }
  });

  it("does not answer the first call to a +1 500 555 9… number, but the second", async () => {
    const { client, clock } = await openLine();
    const statuses = [];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { sid } = await client.calls.create({ ...order, to: "+15005559001" });
      clock.pass(200);
      statuses.push((await client.calls(sid).fetch()).status);
    }
    expect(statuses).toEqual(["no-answer", "completed"]);
  });

  it("is billed by the started minute, some time after its end", async () => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create(order);
    clock.pass(50);
    expect((await client.calls(sid).fetch()).price).toBeNull();
    clock.pass(60);
    expect(await client.calls(sid).fetch()).toMatchObject({ price: "-0.01400", priceUnit: "USD" });
  });
});

describe("what the practice line refuses", () => {
  it.each([
    [{ to: "5550100" }, 21211],
    [{ to: "+1 415 555 0100" }, 21211],
    [{ from: "4155550100" }, 21212],
    [{ from: "+15005550001" }, 21212],
    [{ from: "+14155550199" }, 21210],
    [{ to: "+15005550001" }, 21217],
    [{ to: "+15005550002" }, 21214],
    [{ to: "+15005550003" }, 21215],
    [{ to: "+15005550004" }, 21216],
    [{ to: "+15005550009" }, 21219],
    [{ twiml: undefined }, 21205],
    [{ twiml: undefined, url: "example.com" }, 21205],
    [{ url: "https://example.com/flow" }, 20001],
    [{ twiml: "x".repeat(4001) }, 20001],
    [{ timeout: 601 }, 20001],
    [{ timeLimit: 59 }, 20001],
  ])("a call with %o: code %d", async (changed, code) => {
    const { client } = await openLine();
    const refused = client.calls.create({ ...order, ...changed });
    await expect(refused).rejects.toMatchObject({ status: 400, code });
    expect(await client.calls.list()).toEqual([]);
  });

  it("wrong credentials, a foreign account, an unknown call and an unknown path", async () => {
    const { client, server } = await openLine();
    const stranger = clientOf(server.url, "wrong");
    await expect(stranger.calls.create(order)).rejects.toMatchObject({ status: 401, code: 20003 });
    await expect(client.calls(`CA${"0".repeat(32)}`).fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
    await expect(client.api.accounts(`AC${"b".repeat(32)}`).fetch()).rejects.toMatchObject({
      status: 404,
    });
    await expect(client.messages.list()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe("lists of calls", () => {
  it("are newest first, in pages that shift nothing when calls are added meanwhile", async () => {
    const { client, clock } = await openLine();
    const sids: string[] = [];
    for (let made = 0; made < 5; made += 1) {
      sids.unshift((await client.calls.create(order)).sid);
      clock.pass(1);
    }
    const first = await client.calls.page({ pageSize: 2 });
    expect(first.instances.map(({ sid }) => sid)).toEqual(sids.slice(0, 2));
    await client.calls.create(order);
    const second = await first.nextPage();
    expect(second?.instances.map(({ sid }) => sid)).toEqual(sids.slice(2, 4));
    const third = await second?.nextPage();
    expect(third?.instances.map(({ sid }) => sid)).toEqual(sids.slice(4));
    expect(third?.nextPageUrl).toBeUndefined();
  });

  it("have no page after one that is just full", async () => {
    const { client } = await openLine();
    await client.calls.create(order);
    await client.calls.create(order);
    expect((await client.calls.page({ pageSize: 2 })).nextPageUrl).toBeUndefined();
  });

  it("can be narrowed by To, From, Status and StartTime", async () => {
    const { client, clock } = await openLine();
    const early = await client.calls.create(order);
    clock.pass(300);
    const late = await client.calls.create({ ...order, to: "+15005551002" });
    const queued = await client.calls.list({ status: "queued" });
    clock.pass(2);
    const between = new Date(clock.now() - 60_000);
    const found = async (filter: object) => (await client.calls.list(filter)).map(({ sid }) => sid);

    expect(queued.map(({ sid }) => sid)).toEqual([late.sid]);
    expect(await found({ to: order.to })).toEqual([early.sid]);
    expect(await found({ from: "+14155550100" })).toEqual([]);
    expect(await found({ status: "completed" })).toEqual([early.sid]);
    expect(await found({ startTimeAfter: between })).toEqual([late.sid]);
    expect(await found({ startTimeBefore: between })).toEqual([early.sid]);
    expect(await found({ parentCallSid: early.sid })).toEqual([]);
  });

  it("carry the line's own time in their Date header", async () => {
    const { clock, server } = await openLine();
    clock.pass(30);
    const answer = await get(server.url, "https://api.twilio.com/");
    expect(answer.headers.get("date")).toBe("Wed, 06 May 2026 12:00:30 GMT");
  });

  it("give relative addresses and every field, null where nothing is known", async () => {
    const { client, server } = await openLine();
    await client.calls.create(order);
    const address = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT_SID}/Calls.json`;
    const answer = await get(server.url, address);
    const page = (await answer.json()) as { uri: string; calls: unknown[] };
    expect(answer.status).toBe(200);
    expect(page).toMatchObject({
      next_page_uri: null,
      previous_page_uri: null,
      page: 0,
      page_size: 50,
    });
    expect(page.uri).toMatch(/^\/2010-04-01\//);
    expect(page.calls[0]).toMatchObject({
      start_time: null,
      end_time: null,
      duration: null,
      price: null,
      answered_by: null,
      parent_call_sid: null,
      date_created: "Wed, 06 May 2026 12:00:00 +0000",
    });
  });
});
