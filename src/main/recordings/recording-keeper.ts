import PQueue from "p-queue";
import type { AttemptId, CampaignId } from "../../shared/ids";
import { MINUTE, SECOND } from "../../shared/instant";
import type { Timer } from "../dialing/ports";
import { keepMedia, type MediaKeeping } from "./keep-media";
import { nextTry } from "./patience";
import type { AwaitedMedia } from "./ports";

export interface RecordingKeeperOptions extends MediaKeeping {
  /** A recording or transcript was kept, or was found never to come. */
  readonly onKept: (attemptId: AttemptId, campaignId: CampaignId) => void;
  /** The store or the disk failed; it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** So many at once; calls, which use the same line, come first. */
const AT_ONCE = 3;
const BATCH = 30;
const AFTER_FAILURE = MINUTE;
/** What is due again at once waits a moment: the line is not to be busy with one call. */
const SHORTEST_TIMER = SECOND;
/** Longer delays overflow the system's timers. */
const LONGEST_TIMER = 24 * 60 * MINUTE;

/**
 * Fetches the recordings and transcripts of finished calls, each as soon as it can be had. While
 * none is awaited nothing is asked and no timer runs.
 */
export class RecordingKeeper {
  private timer: Timer | null = null;
  private working: Promise<void> | null = null;
  /** Something has changed since the store was last asked. */
  private woken = false;
  private stopped = false;

  constructor(private readonly options: RecordingKeeperOptions) {}

  /** To be called at the start, and when a call that was recorded has ended. */
  wake(): void {
    if (this.stopped) return;
    this.woken = true;
    this.working ??= this.work();
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await this.working;
  }

  private async work(): Promise<void> {
    this.timer?.cancel();
    this.timer = null;
    let wait: number | null = null;
    while (this.woken && !this.stopped) {
      this.woken = false;
      wait = await this.keepDue();
    }
    // No `await` from here on: a wake must find either this work or none.
    this.working = null;
    if (wait !== null && !this.stopped) this.sleep(wait);
  }

  private sleep(wait: number): void {
    const delay = Math.min(LONGEST_TIMER, Math.max(SHORTEST_TIMER, wait));
    this.timer = this.options.clock.schedule(delay, () => this.wake());
  }

  /** Milliseconds until something is due again; null when nothing is awaited. */
  private async keepDue(): Promise<number | null> {
    const { store, clock, onFailure } = this.options;
    try {
      for (;;) {
        const due = await store.due(clock.now(), BATCH);
        if (due.length === 0 || this.stopped) break;
        await this.keepAll(due);
      }
      const next = await store.nextDueAt();
      return next === null ? null : next - clock.now();
    } catch (error) {
      onFailure(error);
      return AFTER_FAILURE;
    }
  }

  /** Settles when all have: nothing may write after `stop`. */
  private async keepAll(due: readonly AwaitedMedia[]): Promise<void> {
    const queue = new PQueue({ concurrency: AT_ONCE });
    const kept = await Promise.allSettled(due.map((media) => queue.add(() => this.keep(media))));
    const failed = kept.find((it) => it.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }

  private async keep(media: AwaitedMedia): Promise<void> {
    if (this.stopped) return;
    const { store, clock, onKept, onFailure } = this.options;
    try {
      const news = await keepMedia(this.options, media);
      if (news) onKept(media.attemptId, media.campaignId);
    } catch (error) {
      onFailure(error);
      // One that fails again and again must not hold up the others.
      await store.postpone(media.attemptId, nextTry(clock.now(), media.tries, null));
    }
  }
}
