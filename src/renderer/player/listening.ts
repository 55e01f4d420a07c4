import { create } from "zustand";
import type { AttemptId } from "../../shared/ids";
import type { Speaker } from "./tracks";

export interface TrackLevel {
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

/** How the supervisor listens: kept from one call to the next, for as long as the window is open. */
interface Listening {
  readonly speed: number;
  readonly levels: Readonly<Record<Speaker, TrackLevel>>;
  /** The recording that plays by itself as soon as its player is there: Play was pressed in a list. */
  readonly playNext: AttemptId | null;
  setPlayNext(attemptId: AttemptId | null): void;
  setSpeed(speed: number): void;
  setVolume(speaker: Speaker, volume: number): void;
  toggleMuted(speaker: Speaker): void;
}

export const SPEEDS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export const useListening = create<Listening>((set) => {
  const change = (speaker: Speaker, level: (now: TrackLevel) => TrackLevel) =>
    set(({ levels }) => ({ levels: { ...levels, [speaker]: level(levels[speaker]) } }));
  return {
    speed: 1,
    levels: { customer: { volume: 1, muted: false }, ai: { volume: 1, muted: false } },
    playNext: null,
    setPlayNext: (playNext) => set({ playNext }),
    setSpeed: (speed) => set({ speed }),
    setVolume: (speaker, volume) => change(speaker, () => ({ volume, muted: false })),
    toggleMuted: (speaker) => change(speaker, (now) => ({ ...now, muted: !now.muted })),
  };
});
