import type { TranscriptInstance } from "twilio/lib/rest/intelligence/v2/transcript";
import type { OperatorResultInstance } from "twilio/lib/rest/intelligence/v2/transcript/operatorResult";
import type {
  SentenceInstance,
  SentencePage,
} from "twilio/lib/rest/intelligence/v2/transcript/sentence";
import type { TranscriptLine } from "../../shared/call";
import type { MediaCarrier, TranscriptAnswer } from "../recordings/ports";
import type { Connection } from "./connection";
import type { RequestTally } from "./request-tally";
import { faultFrom } from "./error-classes";
import { failureOf } from "./request-failure";

const SENTENCES_PER_PAGE = 5_000;
const FAILED = new Set(["failed", "canceled", "error"]);

/** A transcript costs money each time it is made: one that is there already is taken. */
export async function requestTranscript(
  connection: Connection,
  serviceSid: string,
  recordingSid: string,
): ReturnType<MediaCarrier["requestTranscript"]> {
  const tally = connection.tally();
  try {
    const existing = await transcriptsOf(tally, recordingSid);
    const usable = existing.find((it) => it.serviceSid === serviceSid && !FAILED.has(it.status));
    const transcript = usable ?? (await create(tally, serviceSid, recordingSid));
    return { kind: "requested", transcriptSid: transcript.sid };
  } catch (thrown) {
    return { kind: "failed", fault: faultFrom(thrown) };
  }
}

async function transcriptsOf(tally: RequestTally, recordingSid: string) {
  const page = await tally.ask((client) =>
    client.intelligence.v2.transcripts.page({ sourceSid: recordingSid, pageSize: 50 }),
  );
  return page.instances;
}

function create(
  tally: RequestTally,
  serviceSid: string,
  recordingSid: string,
): Promise<TranscriptInstance> {
  const channel = { media_properties: { source_sid: recordingSid } };
  return tally.ask((client) =>
    client.intelligence.v2.transcripts.create({ serviceSid, channel, customerKey: recordingSid }),
  );
}

export async function fetchTranscript(
  connection: Connection,
  transcriptSid: string,
  customerTrack: 1 | 2,
): Promise<TranscriptAnswer> {
  const tally = connection.tally();
  try {
    const { status } = await tally.ask((client) =>
      client.intelligence.v2.transcripts(transcriptSid).fetch(),
    );
    if (FAILED.has(status)) return { kind: "absent", reason: "Twilio could not transcribe it." };
    if (status !== "completed") return { kind: "not-ready" };
    const lines = await linesOf(tally, transcriptSid, customerTrack);
    return { kind: "ready", summary: await summaryOf(tally, transcriptSid), lines };
  } catch (thrown) {
    const failure = failureOf(thrown);
    return failure.kind === "answered" && failure.status === 404
      ? { kind: "absent", reason: "Twilio does not have this transcript any more." }
      : { kind: "failed", fault: faultFrom(thrown) };
  }
}

async function linesOf(
  tally: RequestTally,
  transcriptSid: string,
  customerTrack: 1 | 2,
): Promise<TranscriptLine[]> {
  const sentences = new Map<number, SentenceInstance>();
  let page: SentencePage | undefined = await tally.ask((client) =>
    client.intelligence.v2
      .transcripts(transcriptSid)
      .sentences.page({ pageSize: SENTENCES_PER_PAGE }),
  );
  while (page !== undefined) {
    for (const sentence of page.instances) sentences.set(sentence.sentenceIndex, sentence);
    if (page.nextPageUrl === undefined) break;
    const current: SentencePage = page;
    page = (await tally.ask(async () => current.nextPage())) as SentencePage | undefined;
  }
  return [...sentences.values()]
    .map((sentence) => lineOf(sentence, customerTrack))
    .sort((a, b) => a.start - b.start);
}

function lineOf(sentence: SentenceInstance, customerTrack: 1 | 2): TranscriptLine {
  const start = seconds(sentence.startTime);
  return {
    speaker: sentence.mediaChannel === customerTrack ? "customer" : "ai",
    start,
    end: Math.max(start, seconds(sentence.endTime)),
    text: textOf(sentence.transcript),
  };
}

/** The SDK promises a text; its answers may hold null. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function seconds(value: unknown): number {
  const count = Number(value);
  return Number.isFinite(count) && count > 0 ? count : 0;
}

/** Operators are named by whoever set the service up: the one that calls itself a summary is it. */
async function summaryOf(tally: RequestTally, transcriptSid: string): Promise<string | null> {
  const page = await tally.ask((client) =>
    client.intelligence.v2.transcripts(transcriptSid).operatorResults.page({ pageSize: 50 }),
  );
  const texts = page.instances.flatMap((operator) => {
    const text = generatedText(operator);
    return text === null ? [] : [{ name: operator.name, text }];
  });
  return (texts.find(({ name }) => /summar/i.test(name)) ?? texts[0])?.text ?? null;
}

function generatedText(operator: OperatorResultInstance): string | null {
  const results: unknown = operator.textGenerationResults;
  if (typeof results !== "object" || results === null || !("result" in results)) return null;
  const { result } = results;
  return typeof result === "string" && result.trim() !== "" ? result.trim() : null;
}
