import { describe, expect, it } from "vitest";
import { ACCOUNT_SID, CALLER, get, openLine, TWIML } from "./support/open-line";

const order = {
  to: "+15005551001",
  from: CALLER,
  twiml: TWIML,
  record: true,
  recordingChannels: "dual",
};
const mediaOf = (sid: string) =>
  `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT_SID}/Recordings/${sid}.wav`;

/** A line with one call, recorded and over. */
async function recordedCall(changed: object = {}) {
  const line = await openLine();
  const call = await line.client.calls.create({ ...order, ...changed });
  line.clock.pass(120);
  const recordings = await line.client.calls(call.sid).recordings.list();
  return { ...line, call, recordings };
}

describe("the recording of a call", () => {
  it("is being made during the call, worked on after it, and completed soon", async () => {
    const { client, clock } = await openLine();
    const { sid } = await client.calls.create(order);
    const recordings = () => client.calls(sid).recordings.list();
    expect(await recordings()).toEqual([]);
    clock.pass(14);
    expect(await recordings()).toMatchObject([{ status: "in-progress", duration: null }]);
    await client.calls(sid).update({ status: "completed" });
    expect(await recordings()).toMatchObject([{ status: "processing" }]);
    clock.pass(4);
    expect(await recordings()).toMatchObject([
      { status: "completed", channels: 2, callSid: sid, source: "OutboundAPI" },
    ]);
  });

  it("lasts as long as the call, to the second", async () => {
    const { client, server, call, recordings } = await recordedCall();
    const ended = await client.calls(call.sid).fetch();
    expect(recordings[0]?.duration).toBe(ended.duration);
    const wave = await waveOf(server.url, recordings[0]?.sid ?? "");
    expect(wave.seconds).toBe(Number(ended.duration));
  });

  it("is a WAV file with speech on both tracks", async () => {
    const { server, recordings } = await recordedCall();
    const wave = await waveOf(server.url, recordings[0]?.sid ?? "", "?RequestedChannels=2");
    expect(wave.headers.get("content-type")).toBe("audio/x-wav");
    expect(Number(wave.headers.get("content-length"))).toBe(wave.bytes.length);
    expect(wave.channels).toBe(2);
    expect(wave.loudness(1)).toBeGreaterThan(0.02);
    expect(wave.loudness(2)).toBeGreaterThan(0.02);
  });

  it("has both tracks in one if mono was ordered or is asked for", async () => {
    const { server, recordings } = await recordedCall({ recordingChannels: "mono" });
    const sid = recordings[0]?.sid ?? "";
    expect(recordings[0]?.channels).toBe(1);
    const mono = await waveOf(server.url, sid);
    const dual = await waveOf(server.url, sid, "?RequestedChannels=2");
    expect([mono.channels, dual.channels]).toEqual([1, 2]);
    expect(mono.seconds).toBe(dual.seconds);
    expect(mono.loudness(1)).toBeGreaterThan(dual.loudness(1));
  });

  it("ends where the call was hung up", async () => {
    const { client, clock, server } = await openLine();
    const { sid } = await client.calls.create(order);
    clock.pass(14);
    const { duration } = await client.calls(sid).update({ status: "completed" });
    clock.pass(10);
    const [recording] = await client.calls(sid).recordings.list();
    expect((await waveOf(server.url, recording?.sid ?? "")).seconds).toBe(Number(duration));
  });

  it("can be fetched by its own name and in the list of all", async () => {
    const { client, call, recordings } = await recordedCall();
    const sid = recordings[0]?.sid ?? "";
    expect(await client.recordings(sid).fetch()).toMatchObject({ sid, callSid: call.sid });
    expect(await client.recordings.list({ callSid: call.sid })).toMatchObject([{ sid }]);
    expect(await client.recordings.list({ callSid: `CA${"0".repeat(32)}` })).toEqual([]);
  });

  it("is gone once it is deleted", async () => {
    const { client, server, call, recordings } = await recordedCall();
    const sid = recordings[0]?.sid ?? "";
    expect(await client.recordings(sid).remove()).toBe(true);
    expect(await client.calls(call.sid).recordings.list()).toEqual([]);
    expect((await get(server.url, mediaOf(sid))).status).toBe(404);
  });

  it("is not there if it was not ordered, or if nobody answered", async () => {
    expect((await recordedCall({ record: false })).recordings).toEqual([]);
    expect((await recordedCall({ to: "+15005554001" })).recordings).toEqual([]);
  });

  it("gives no sound before it is completed", async () => {
    const { client, clock, server } = await openLine();
    const { sid } = await client.calls.create(order);
    clock.pass(14);
    const [recording] = await client.calls(sid).recordings.list();
    expect((await get(server.url, mediaOf(recording?.sid ?? ""))).status).toBe(404);
  });
});

async function waveOf(url: string, sid: string, query = "") {
  const answer = await get(url, mediaOf(sid) + query);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const channels = bytes.readUInt16LE(22);
  return {
    bytes,
    headers: answer.headers,
    channels,
    seconds: bytes.readUInt32LE(40) / bytes.readUInt32LE(28),
    /** Root mean square of a channel, 0 to 1. */
    loudness: (channel: number) => {
      let sum = 0;
      let count = 0;
      for (let at = 44 + (channel - 1) * 2; at < bytes.length; at += channels * 2) {
        sum += (bytes.readInt16LE(at) / 0x8000) ** 2;
        count += 1;
      }
      return Math.sqrt(sum / count);
    },
  };
}
