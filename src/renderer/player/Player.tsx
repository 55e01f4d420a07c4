import { Text } from "@mantine/core";
import { useRef } from "react";
import type { RecordedCall } from "../../shared/call";
import { ErrorNotice } from "../ui/ErrorNotice";
import styles from "./Player.module.css";
import { TrackControls } from "./TrackControls";
import { SPEAKERS } from "./tracks";
import { Transcript } from "./Transcript";
import { Transport } from "./Transport";
import type { Channels } from "./two-track-sound";
import { usePlayback } from "./use-playback";
import { usePlayerKeys } from "./use-player-keys";
import { Waveform } from "./Waveform";

interface PlayerProps {
  readonly recording: RecordedCall;
  /** Which channel of the file is whose. */
  readonly channels: Channels;
}

/** A recorded call: its summary, both tracks drawn apart, and the transcript that follows. */
export function Player({ recording, channels }: PlayerProps) {
  const section = useRef<HTMLElement>(null);
  const playback = usePlayback(recording.audioUrl, recording.durationSeconds, channels);
  usePlayerKeys(section, playback);

  return (
    <section ref={section} aria-label="Recording" className={styles.player}>
      {recording.summary && <Text dir="auto">{recording.summary}</Text>}
      {playback.broken ? (
        <ErrorNotice error={BROKEN} />
      ) : (
        <div className={styles.sound}>
          <Transport playback={playback} durationSeconds={recording.durationSeconds} />
          <div className={styles.tracks}>
            <div>
              {SPEAKERS.map((speaker) => (
                <TrackControls key={speaker} speaker={speaker} />
              ))}
            </div>
            <Waveform recording={recording} playback={playback} />
          </div>
        </div>
      )}
      <Transcript
        lines={recording.transcript}
        time={playback.time}
        playing={playback.playing}
        onSeek={playback.seek}
      />
    </section>
  );
}

const BROKEN = {
  kind: "storage",
  message: "The recording cannot be played: its file is missing or damaged.",
  advice:
    "The transcript is not affected. Look whether the recordings folder in the data folder was moved.",
} as const;
