import { useCallback, useEffect, useRef, useState } from "react";
import { useListening } from "./listening";
import { SPEAKERS } from "./tracks";
import { splitTracks, type Channels, type TwoTrackSound } from "./two-track-sound";

export interface Playback {
  /** Null for the instant before the element is made. */
  readonly media: HTMLAudioElement | null;
  readonly playing: boolean;
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** The file is missing, cut off or no sound file. */
  readonly broken: boolean;
  toggle(): void;
  seek(seconds: number): void;
}

/** Plays the recording at `url`, at the speed and the levels that the supervisor listens at. */
export function usePlayback(url: string, durationSeconds: number, channels: Channels): Playback {
  const { media, playing, time, broken } = useMedia(url);
  const sound = useRef<TwoTrackSound | null>(null);
  const { customer, ai } = channels;

  useEffect(() => {
    return () => {
      sound.current?.close();
      sound.current = null;
    };
  }, [media, customer, ai]);

  const speed = useListening((state) => state.speed);
  useEffect(() => {
    if (media) media.playbackRate = speed;
  }, [media, speed]);

  const levels = useListening((state) => state.levels);
  const applyLevels = useCallback(() => {
    for (const speaker of SPEAKERS) {
      const { volume, muted } = levels[speaker];
      sound.current?.setLevel(speaker, muted ? 0 : volume);
    }
  }, [levels]);
  useEffect(applyLevels, [applyLevels]);

  const toggle = useCallback(() => {
    if (!media) return;
    if (!media.paused) {
      media.pause();
      return;
    }
    sound.current ??= splitTracks(media, { customer, ai });
    applyLevels();
    void sound.current.resume();
    // What keeps it from playing comes as the element's own error event.
    media.play().catch(() => undefined);
  }, [media, customer, ai, applyLevels]);

  const seek = useCallback(
    (seconds: number) => {
      if (media) media.currentTime = Math.min(Math.max(0, seconds), durationSeconds);
    },
    [media, durationSeconds],
  );

  return { media, playing, time, broken, toggle, seek };
}

interface Media {
  readonly media: HTMLAudioElement | null;
  readonly playing: boolean;
  readonly time: number;
  readonly broken: boolean;
}

const SILENT: Media = { media: null, playing: false, time: 0, broken: false };

/** A media element of its own for each address: another call starts at 0:00, and paused. */
function useMedia(url: string): Media {
  const [state, setState] = useState(SILENT);
  useEffect(() => {
    const media = new Audio();
    media.preload = "auto";
    const change = (part: Partial<Media>) => setState((before) => ({ ...before, ...part }));
    const told: Readonly<Record<string, () => void>> = {
      play: () => change({ playing: true }),
      pause: () => change({ playing: false }),
      timeupdate: () => change({ time: media.currentTime }),
      seeking: () => change({ time: media.currentTime }),
      error: () => change({ broken: true, playing: false }),
    };
    for (const [event, listener] of Object.entries(told)) media.addEventListener(event, listener);
    setState({ ...SILENT, media });
    media.src = url;
    return () => {
      for (const [event, listener] of Object.entries(told)) {
        media.removeEventListener(event, listener);
      }
      media.pause();
      // Without this the element would go on loading a long recording.
      media.removeAttribute("src");
      media.load();
    };
  }, [url]);
  return state;
}
