import { SPEAKERS, type Speaker } from "./tracks";

/** Which channel of the sound file holds whose voice: 0 is the left one. */
export type Channels = Readonly<Record<Speaker, 0 | 1>>;

export interface TwoTrackSound {
  /** 0 is silence, 1 as recorded. */
  setLevel(speaker: Speaker, level: number): void;
  /** A page may make no sound before the first click or key; this is said at Play. */
  resume(): Promise<void>;
  close(): void;
}

/**
 * Takes a media element's two channels apart, so that each voice has a level of its own, and sends
 * both to both ears. May be done once per element: from then on it plays through this alone.
 */
export function splitTracks(media: HTMLMediaElement, channels: Channels): TwoTrackSound {
  const context = new AudioContext();
  const source = context.createMediaElementSource(media);
  const splitter = context.createChannelSplitter(2);
  source.connect(splitter);
  // A gain has one channel here, and one channel is heard on both ears.
  const gains: Record<Speaker, GainNode> = {
    customer: context.createGain(),
    ai: context.createGain(),
  };
  for (const speaker of SPEAKERS) {
    splitter.connect(gains[speaker], channels[speaker]);
    gains[speaker].connect(context.destination);
  }
  return {
    setLevel: (speaker, level) =>
      gains[speaker].gain.setTargetAtTime(level, context.currentTime, SMOOTHING),
    resume: () => context.resume(),
    close: () => void context.close(),
  };
}

/** Seconds: a level that jumps is heard as a click. */
const SMOOTHING = 0.01;
