import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CALLER, openLine, temporaryFolder, TestClock, TWIML } from "./support/open-line";

const order = { to: "+15005551001", from: CALLER, twiml: TWIML, record: true };
const DAY = 24 * 60 * 60;

function line() {
  const clock = new TestClock();
  const folder = temporaryFolder();
  return { clock, folder, journal: path.join(folder, "practice-line.jsonl") };
}

describe("a practice line that was closed and is opened again", () => {
  it("finds that the calls have gone on meanwhile", async () => {
    const { clock, folder } = line();
    const before = await openLine({ clock, folder });
    const { sid } = await before.client.calls.create(order);
    await before.server.close();
    clock.pass(600);

    const { client } = await openLine({ clock, folder });
    expect((await client.calls(sid).fetch()).status).toBe("completed");
    expect(await client.calls(sid).recordings.list()).toMatchObject([{ status: "completed" }]);
  });

  it("remembers what was stopped, deleted and transcribed", async () => {
    const { clock, folder } = line();
    const before = await openLine({ clock, folder });
    const stopped = await before.client.calls.create(order);
    await before.client.calls(stopped.sid).update({ status: "canceled" });
    const recorded = await before.client.calls.create(order);
    clock.pass(60);
    const [recording] = await before.client.calls(recorded.sid).recordings.list();
    const sourceSid = recording?.sid ?? "";
    await before.client.intelligence.v2.transcripts.create({
      serviceSid: `GA${"0".repeat(32)}`,
      channel: { media_properties: { source_sid: sourceSid } },
    });
    await before.client.recordings(sourceSid).remove();
    await before.server.close();

    const { client } = await openLine({ clock, folder });
    expect((await client.calls(stopped.sid).fetch()).status).toBe("canceled");
    expect(await client.calls(recorded.sid).recordings.list()).toEqual([]);
    expect(await client.intelligence.v2.transcripts.list({ sourceSid })).toHaveLength(1);
  });

  it("passes over a line that a crash tore off, and writes on behind it", async () => {
    const { clock, folder, journal } = line();
    const first = await openLine({ clock, folder });
    const kept = await first.client.calls.create(order);
    await first.server.close();
    appendFileSync(journal, '{"kind":"call","call":{"sid":"CA0');

    const second = await openLine({ clock, folder });
    const added = await second.client.calls.create(order);
    await second.server.close();

    const { client } = await openLine({ clock, folder });
    expect((await client.calls.list()).map(({ sid }) => sid)).toEqual([added.sid, kept.sid]);
  });

  it("forgets calls that ended more than a week ago, so that its journal stays small", async () => {
    const { clock, folder, journal } = line();
    const before = await openLine({ clock, folder });
    await before.client.calls.create(order);
    await before.server.close();
    clock.pass(8 * DAY);

    const { client } = await openLine({ clock, folder });
    expect(await client.calls.list()).toEqual([]);
    expect(readFileSync(journal, "utf8")).toBe("");
  });
});
