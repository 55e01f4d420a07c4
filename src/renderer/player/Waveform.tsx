import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, type KeyboardEvent } from "react";
import WaveSurfer from "wavesurfer.js";
import TimelinePlugin from "wavesurfer.js/plugins/timeline";
import type { RecordedCall } from "../../shared/call";
import { cspNonce } from "../ui/csp-nonce";
import { formatDuration } from "../ui/format";
import { SPEAKERS, TRACK_HEIGHT } from "./tracks";
import type { Playback } from "./use-playback";
import { stepOf } from "./use-player-keys";
import styles from "./Waveform.module.css";

interface WaveformProps {
  readonly recording: RecordedCall;
  readonly playback: Playback;
}

/** Both tracks, drawn from their peaks: the sound itself is never decoded in the page. */
export function Waveform({ recording, playback }: WaveformProps) {
  const container = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  const { media, seek } = playback;
  const { peaks, durationSeconds } = recording;

  useEffect(() => {
    if (!container.current || !media) return;
    const colour = (name: string) => getComputedStyle(container.current!).getPropertyValue(name);
    const drawn = WaveSurfer.create({
      container: container.current,
      media,
      peaks,
      duration: durationSeconds,
      height: TRACK_HEIGHT,
      splitChannels: SPEAKERS.map((speaker) => ({
        waveColor: colour(`--wave-${speaker}`),
        progressColor: colour(`--wave-${speaker}-heard`),
      })),
      barWidth: 2,
      barGap: 1,
      cursorColor: colour("--wave-cursor"),
      dragToSeek: true,
      cspNonce,
      plugins: [
        TimelinePlugin.create({
          height: 16,
          style: { fontSize: "11px", color: colour("--words-quiet") },
          secondaryLabelOpacity: 0.6,
          formatTimeCallback: formatDuration,
        }),
      ],
    });
    return () => drawn.destroy();
  }, [media, peaks, durationSeconds, scheme]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = placeAfter(event.key, playback.time, durationSeconds);
    if (target === null) return;
    event.preventDefault();
    seek(target);
  };

  return (
    <div
      ref={container}
      role="slider"
      tabIndex={0}
      aria-label="Position in the recording"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationSeconds)}
      aria-valuenow={Math.round(playback.time)}
      aria-valuetext={`${formatDuration(playback.time)} of ${formatDuration(durationSeconds)}`}
      className={styles.waveform}
      onKeyDown={onKeyDown}
    />
  );
}

function placeAfter(key: string, time: number, durationSeconds: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return durationSeconds;
  const step = stepOf(key);
  return step === 0 ? null : time + step;
}
