import { expect, test, type Page } from "@playwright/test";
import type { CallRow } from "../../src/shared/call";
import { ask } from "../support/ask";
import { launchPaceline } from "../support/electron";
import { practiceCalls } from "../support/practice-journal";
import { onlyCampaign, prepareCampaign, startOnlyCampaign } from "../support/prepared-campaign";

const CONTACTS = 200;
const CALLS_PER_MINUTE = 60;
const MAX_RETRIES = 1;

test("calls 200 contacts at 60 a minute: the figures add up, and every recording plays", async () => {
  test.setTimeout(150_000);
  const paceline = await launchPaceline({ env: { PACELINE_PRACTICE_SPEED: "30" } });
  try {
    const { page, dataDir } = paceline;
    await prepareCampaign(paceline, {
      name: "Two hundred",
      csv: contactsOfFiction(),
      dialing: {
        callsPerMinute: CALLS_PER_MINUTE,
        maxConcurrentCalls: 100,
        maxRetries: MAX_RETRIES,
        retryDelayMinutes: 1,
      },
    });
    await startOnlyCampaign(paceline);
    const status = async () => {
      const { status, live } = await onlyCampaign(paceline);
      const { total, pending, inProgress, completed, failed } = live.figures;
      expect(pending + inProgress + completed + failed).toBe(total);
      expect(live.actualCallsPerMinute).toBeLessThanOrEqual(CALLS_PER_MINUTE);
      return status;
    };
    await expect.poll(status, { timeout: 90_000, intervals: [200] }).toBe("COMPLETED");

    await expect.poll(() => awaited(page), { timeout: 30_000 }).toBe(0);
    const rows = await allCalls(page);
    const { figures } = (await onlyCampaign(paceline)).live;
    const outcomes = Object.values(figures.outcomes).reduce((sum, count) => sum + count, 0);
    const ended = (status: CallRow["status"]) => rows.filter((row) => row.status === status).length;
    expect(figures).toMatchObject({ total: CONTACTS, pending: 0, inProgress: 0, unresolved: 0 });
    expect(outcomes).toBe(CONTACTS);
    expect([ended("COMPLETED"), ended("FAILED")]).toEqual([figures.completed, figures.failed]);

    const placed = [...(await practiceCalls(dataDir)).values()];
    const answered = placed.filter((calls) => calls.some(({ plan }) => plan.answeredAt !== null));
    const declined = placed.filter((calls) =>
      calls.some(({ plan }) => plan.outcome === "declined"),
    );
    const recorded = rows.filter((row) => row.recordedAttemptId !== null);
    expect(recorded).toHaveLength(answered.length);
    expect(figures.completed).toBe(answered.length + declined.length);
    expect(answered.length).toBeGreaterThan(CONTACTS / 2);
    expect(Math.max(...placed.map((calls) => calls.length))).toBe(MAX_RETRIES + 1);

    for (const row of recorded) await expectWholeRecording(page, row);
    for (const row of recorded.slice(0, 3)) await expectPlays(page, row);
  } finally {
    await paceline.close();
  }
});

/** Numbers of the range that is kept for fiction, 555-0100 to 0199, in two areas. */
function contactsOfFiction(): string {
  const rows = ["202", "415"].flatMap((area) =>
    Array.from({ length: CONTACTS / 2 }, (_, place) => {
      const line = String(100 + place).padStart(4, "0");
      return `Contact ${area} ${place + 1},+1${area}555${line}`;
    }),
  );
  return ["Name,Phone", ...rows].join("\n");
}

async function allCalls(page: Page): Promise<CallRow[]> {
  const { rows } = await ask(page, "calls.page", {
    campaignId: null,
    search: "",
    status: null,
    outcome: null,
    sort: "time",
    descending: false,
    offset: 0,
    limit: 500,
  });
  return rows;
}

/** Recordings and transcripts that are still to come. */
async function awaited(page: Page): Promise<number> {
  const rows = await allCalls(page);
  const waiting = rows.filter(
    ({ recording, recordedAttemptId, transcript }) =>
      recording === "awaited" || (recordedAttemptId !== null && transcript === null),
  );
  return waiting.length;
}

/** Two tracks of sound as long as the player says, served whole and in parts, with what was said. */
async function expectWholeRecording(page: Page, row: CallRow): Promise<void> {
  const { recordedAttemptId, durationSeconds } = row;
  const recording = await ask(page, "calls.recording", { attemptId: recordedAttemptId! });
  const file = await page.evaluate(async (address) => {
    const whole = await fetch(address);
    const part = await fetch(address, { headers: { range: "bytes=0-11" } });
    const sound = await new AudioContext().decodeAudioData(await whole.arrayBuffer());
    return {
      status: [whole.status, part.status],
      range: part.headers.get("content-range")?.replace(/\/\d+$/, ""),
      head: new TextDecoder("latin1").decode(await part.arrayBuffer()).replace(/[^A-Z]/g, ""),
      tracks: sound.numberOfChannels,
      seconds: sound.duration,
    };
  }, recording.audioUrl);
  expect(file).toMatchObject({
    status: [200, 206],
    range: "bytes 0-11",
    head: expect.stringMatching(/^RIFF.*WAVE$/),
    tracks: 2,
  });
  expect(file.seconds).toBeCloseTo(recording.durationSeconds, 1);
  expect(Math.abs(file.seconds - durationSeconds!)).toBeLessThanOrEqual(1);
  expect(recording.peaks).toHaveLength(2);
  expect(recording.transcript.length).toBeGreaterThan(0);
}

async function expectPlays(page: Page, { recordedAttemptId }: CallRow): Promise<void> {
  const recording = await ask(page, "calls.recording", { attemptId: recordedAttemptId! });
  const played = await page.evaluate(async (address) => {
    const audio = new Audio(address);
    audio.muted = true;
    await audio.play();
    const atStart = audio.duration;
    audio.currentTime = audio.duration / 2;
    await new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
    await new Promise((done) => audio.addEventListener("timeupdate", done, { once: true }));
    audio.pause();
    return { seconds: atStart, reached: audio.currentTime / audio.duration };
  }, recording.audioUrl);
  expect(played.seconds).toBeCloseTo(recording.durationSeconds, 1);
  expect(played.reached).toBeGreaterThanOrEqual(0.5);
}
