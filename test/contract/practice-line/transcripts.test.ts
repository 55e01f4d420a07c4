import { describe, expect, it } from "vitest";
import { PRACTICE_TRANSCRIPT_SERVICE_SID } from "../../../src/main/practice-line/transcript";
import { CALLER, openLine, TWIML } from "./support/open-line";

const serviceSid = PRACTICE_TRANSCRIPT_SERVICE_SID;

async function recording() {
  const line = await openLine();
  const { sid } = await line.client.calls.create({
    to: "+15005551001",
    from: CALLER,
    twiml: TWIML,
    record: true,
    recordingChannels: "dual",
  });
  line.clock.pass(120);
  const [recording] = await line.client.calls(sid).recordings.list();
  const sourceSid = recording?.sid ?? "";
  const channel = { media_properties: { source_sid: sourceSid } };
  return { ...line, sourceSid, channel, duration: Number(recording?.duration) };
}

describe("the transcript of a recording", () => {
  it("is written in a few seconds, and says who said what, and when", async () => {
    const { client, clock, channel, duration } = await recording();
    const transcripts = client.intelligence.v2.transcripts;
    const created = await transcripts.create({ serviceSid, channel, customerKey: "attempt-1" });
    expect(created).toMatchObject({ status: "queued", customerKey: "attempt-1", duration });
    clock.pass(2);
    expect((await transcripts(created.sid).fetch()).status).toBe("in-progress");
    await expect(transcripts(created.sid).sentences.list()).rejects.toMatchObject({ status: 404 });

    clock.pass(3);
    expect((await transcripts(created.sid).fetch()).status).toBe("completed");
    const sentences = await transcripts(created.sid).sentences.list();
    expect(new Set(sentences.map(({ mediaChannel }) => mediaChannel))).toEqual(new Set([1, 2]));
    expect(sentences.every(({ transcript }) => transcript.length > 0)).toBe(true);
    const starts = sentences.map(({ startTime }) => Number(startTime));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(Math.max(...sentences.map(({ endTime }) => Number(endTime)))).toBeLessThan(duration);
  });

  it("has a summary of one sentence", async () => {
    const { client, clock, channel } = await recording();
    const transcripts = client.intelligence.v2.transcripts;
    const { sid } = await transcripts.create({ serviceSid, channel });
    clock.pass(5);
    const [summary] = await transcripts(sid).operatorResults.list();
    expect(summary?.operatorType).toBe("text-generation");
    const { format, result } = summary?.textGenerationResults as Record<string, string>;
    expect(format).toBe("text");
    expect(result).toMatch(/^[A-Z].*\.$/);
  });

  it("is found by its recording, so that none has to be made twice", async () => {
    const { client, channel, sourceSid } = await recording();
    const transcripts = client.intelligence.v2.transcripts;
    expect(await transcripts.list({ sourceSid })).toEqual([]);
    const { sid } = await transcripts.create({ serviceSid, channel });
    expect(await transcripts.list({ sourceSid })).toMatchObject([{ sid, serviceSid }]);
    expect(await transcripts.list({ sourceSid: `RE${"0".repeat(32)}` })).toEqual([]);
  });

  it("is listed in pages whose whole addresses lead to the next one", async () => {
    const { client, channel } = await recording();
    const transcripts = client.intelligence.v2.transcripts;
    for (let made = 0; made < 3; made += 1) await transcripts.create({ serviceSid, channel });
    expect(await transcripts.list({ pageSize: 2 })).toHaveLength(3);
  });

  it("is refused without a service, or for a recording that does not exist", async () => {
    const { client, channel } = await recording();
    const transcripts = client.intelligence.v2.transcripts;
    const unknown = { media_properties: { source_sid: `RE${"0".repeat(32)}` } };
    for (const wrong of [
      { serviceSid: "GA", channel },
      { serviceSid, channel: unknown },
      { serviceSid, channel: {} },
    ]) {
      await expect(transcripts.create(wrong)).rejects.toMatchObject({ status: 400 });
    }
  });

  it("can be ordered from the account's one service", async () => {
    const { client } = await openLine();
    expect(await client.intelligence.v2.services.list()).toMatchObject([{ sid: serviceSid }]);
  });
});
