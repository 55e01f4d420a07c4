import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, vi } from "vitest";
import type { Clock, Fault } from "../../../src/main/dialing/ports";
import { RecordingKeeper, type KeeperSettings } from "../../../src/main/recordings";
import { examineSound } from "../../../src/main/recordings/examine-sound";
import type {
  AwaitedMedia,
  MediaCarrier,
  RecordingStore,
} from "../../../src/main/recordings/ports";
import type { AttemptId, CampaignId } from "../../../src/shared/ids";
import type { Instant } from "../../../src/shared/instant";
import { halfSilent, waveFile } from "./sounds";

export const NOW = Date.parse("2026-11-23T10:00:00Z");
export const CARRIER_FAULT: Fault = { kind: "carrier", reason: "No network.", retryAfterMs: null };

/** Time that passes when it is told to; timers run when their time has come. */
export class TestClock implements Clock {
  private at = NOW;
  private timers: { at: Instant; run: () => void }[] = [];
  now = () => this.at;
  monotonic = () => this.at;
  schedule(delay: number, run: () => void) {
    const timer = { at: this.at + delay, run };
    this.timers.push(timer);
    return { cancel: () => void (this.timers = this.timers.filter((it) => it !== timer)) };
  }
  /** Delays of the timers that wait. */
  get waits(): number[] {
    return this.timers.map(({ at }) => at - this.at);
  }
  pass(ms: number): void {
    this.at += ms;
    const due = this.timers.filter(({ at }) => at <= this.at);
    this.timers = this.timers.filter(({ at }) => at > this.at);
    for (const { run } of due) run();
  }
}

interface Row extends AwaitedMedia {
  dueAt: Instant | null;
  problem?: string;
  durationSeconds?: number;
  transcript?: { summary: string | null; lines: readonly unknown[] };
  transcriptProblem?: string;
}

/** Keeps in memory what the real store keeps on disk. */
export class MemoryStore implements RecordingStore {
  readonly rows = new Map<AttemptId, Row>();
  reads = 0;
  failing = false;

  /** A call has ended, and its recording is to be had. */
  ended(id: number, changes: Partial<Row> = {}): AttemptId {
    const attemptId = id as AttemptId;
    this.rows.set(attemptId, {
      attemptId,
      campaignId: 5 as CampaignId,
      callSid: `CA${id}`,
      endedAt: NOW,
      recordingSid: null,
      fileName: null,
      transcriptSid: null,
      tries: 0,
      dueAt: NOW,
      ...changes,
    });
    return attemptId;
  }

  async due(now: Instant, limit: number) {
    this.reads += 1;
    if (this.failing) throw new Error("disk I/O error");
    return this.waiting()
      .filter(({ dueAt }) => dueAt <= now)
      .slice(0, limit);
  }
  nextDueAt = async () => this.waiting()[0]?.dueAt ?? null;
  postpone = async (id: AttemptId, dueAt: Instant) =>
    this.change(id, { dueAt, tries: (this.rows.get(id)?.tries ?? 0) + 1 });
  recordingKept: RecordingStore["recordingKept"] = async (id, kept) =>
    this.change(id, { ...kept, tries: 0 });
  recordingAbsent = async (id: AttemptId, problem: string) =>
    this.change(id, { problem, dueAt: null });
  transcriptRequested = async (id: AttemptId, transcriptSid: string) =>
    this.change(id, { transcriptSid, tries: 0 });
  transcriptKept: RecordingStore["transcriptKept"] = async (id, transcript) =>
    this.change(id, { transcript, dueAt: null });
  transcriptAbsent = async (id: AttemptId, transcriptProblem: string) =>
    this.change(id, { transcriptProblem, dueAt: null });

  private waiting() {
    return [...this.rows.values()]
      .filter((row): row is Row & { dueAt: Instant } => row.dueAt !== null)
      .sort((a, b) => a.dueAt - b.dueAt);
  }
  private change(id: AttemptId, changes: Partial<Row>): void {
    const row = this.rows.get(id);
    if (row !== undefined) this.rows.set(id, { ...row, ...changes });
  }
}

/** A carrier that has everything ready, where a test does not say otherwise. */
export class ScriptedMedia implements MediaCarrier {
  readonly asked: string[] = [];
  sound: Buffer = waveFile(halfSilent(2));
  recording: MediaCarrier["recordingOf"] = async (callSid) => ({
    kind: "ready",
    recordingSid: callSid.replace("CA", "RE"),
    durationSeconds: 2,
  });
  downloading: MediaCarrier["download"] = async (_sid, target) => {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, this.sound);
    return { kind: "kept" };
  };
  requesting: MediaCarrier["requestTranscript"] = async (_service, recordingSid) => ({
    kind: "requested",
    transcriptSid: recordingSid.replace("RE", "GT"),
  });
  reading: MediaCarrier["transcript"] = async () => ({
    kind: "ready",
    summary: "Ana renewed.",
    lines: [{ speaker: "ai", start: 0, end: 1, text: "Hello." }],
  });

  recordingOf(callSid: string) {
    this.asked.push(`recording of ${callSid}`);
    return this.recording(callSid);
  }
  download(recordingSid: string, target: string) {
    this.asked.push(`sound of ${recordingSid}`);
    return this.downloading(recordingSid, target);
  }
  requestTranscript(serviceSid: string, recordingSid: string) {
    this.asked.push(`transcript for ${recordingSid}`);
    return this.requesting(serviceSid, recordingSid);
  }
  transcript(transcriptSid: string, customerTrack: 1 | 2) {
    this.asked.push(`transcript ${transcriptSid}`);
    return this.reading(transcriptSid, customerTrack);
  }
}

export async function aStage(settings: Partial<KeeperSettings> = {}) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "paceline-"));
  const clock = new TestClock();
  const store = new MemoryStore();
  const carrier = new ScriptedMedia();
  const kept: number[] = [];
  const failures: unknown[] = [];
  const keeper = new RecordingKeeper({
    store,
    carrier,
    clock,
    dataFolder,
    examiner: { examine: examineSound },
    settings: () => ({ customerTrack: 1, transcriptServiceSid: "GA1", ...settings }),
    onKept: (attemptId) => kept.push(attemptId),
    onFailure: (error) => failures.push(error),
  });
  onTestFinished(async () => {
    await keeper.stop();
    await rm(dataFolder, { recursive: true });
  });
  /** Waits until what is true of the stage is what was meant. */
  const until = (condition: () => unknown) =>
    vi.waitUntil(condition, { timeout: 5_000, interval: 2 });
  /** Until the keeper has done all that it can do now. */
  const settled = async () => {
    await until(
      () =>
        store.reads > 0 &&
        (clock.waits.length > 0 || [...store.rows.values()].every((it) => it.dueAt === null)),
    );
  };
  return { dataFolder, clock, store, carrier, keeper, kept, failures, until, settled };
}
