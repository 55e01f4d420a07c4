import { reasonFor } from "./fault-words";
import { fetchRecording, type RecordingFetching } from "./fetch-recording";
import { fetchTranscript, type KeeperSettings } from "./fetch-transcript";
import type { Clock } from "../dialing/ports";
import type { Later } from "./media-step";
import { isHopeless, nextTry } from "./patience";
import type { AwaitedMedia, RecordingStore } from "./ports";

export interface MediaKeeping extends RecordingFetching {
  readonly store: RecordingStore;
  readonly clock: Clock;
  /** Asked anew each time: they may change while the application runs. */
  readonly settings: () => KeeperSettings;
}

/**
 * Brings one call's recording and transcript as far as they can be brought now, and puts down how
 * far that is. Afterwards nothing of it is due at once. Answers whether there is news to show.
 */
export async function keepMedia(keeping: MediaKeeping, media: AwaitedMedia): Promise<boolean> {
  if (media.fileName !== null && media.recordingSid !== null) {
    return keepTranscript(keeping, media, media.recordingSid);
  }
  const { store } = keeping;
  const step = await fetchRecording(keeping, media);
  switch (step.kind) {
    case "kept":
      await store.recordingKept(media.attemptId, step);
      await keepTranscript(keeping, { ...media, tries: 0 }, step.recordingSid);
      return true;
    case "absent":
      await store.recordingAbsent(media.attemptId, step.reason);
      return true;
    case "later":
      return postpone(keeping, media, step, (reason) =>
        store.recordingAbsent(media.attemptId, `The recording could not be had. ${reason}`),
      );
  }
}

async function keepTranscript(
  keeping: MediaKeeping,
  media: AwaitedMedia,
  recordingSid: string,
): Promise<boolean> {
  const { store, clock, carrier, settings } = keeping;
  const { attemptId } = media;
  const step = await fetchTranscript(carrier, settings(), media, recordingSid);
  switch (step.kind) {
    case "ready":
      await store.transcriptKept(attemptId, { summary: step.summary, lines: step.lines });
      return true;
    case "requested":
      await store.transcriptRequested(attemptId, step.transcriptSid);
      await store.postpone(attemptId, nextTry(clock.now(), 0, null));
      return false;
    case "absent":
      await store.transcriptAbsent(attemptId, step.reason);
      return true;
    case "later":
      return postpone(keeping, media, step, (reason) =>
        store.transcriptAbsent(attemptId, `The transcript could not be had. ${reason}`),
      );
  }
}

async function postpone(
  { store, clock }: MediaKeeping,
  media: AwaitedMedia,
  { fault }: Later,
  giveUp: (reason: string) => Promise<void>,
): Promise<boolean> {
  if (isHopeless(media.tries, fault)) {
    await giveUp(reasonFor(fault));
    return true;
  }
  await store.postpone(media.attemptId, nextTry(clock.now(), media.tries, fault));
  return false;
}
