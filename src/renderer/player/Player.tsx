import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { RecordedCall } from "../../shared/call";
import type { AttemptId } from "../../shared/ids";
import { ErrorNotice } from "../ui/ErrorNotice";
import styles from "./Player.module.css";
import { useListening } from "./listening";
import { TrackControls } from "./TrackControls";
import { SPEAKERS } from "./tracks";
import { Transcript } from "./Transcript";
import { Transport } from "./Transport";
import type { Channels } from "./two-track-sound";
import { usePlayback, type Playback } from "./use-playback";
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
  usePlayWhenAsked(recording.attemptId, playback);

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
        recording={recording}
        time={playback.time}
        playing={playback.playing}
        onSeek={playback.seek}
      />
    </section>
  );
}

/** Starts the sound when Play was pressed in a list, before this player was there or after. */
function usePlayWhenAsked(attemptId: AttemptId, { media, playing, toggle }: Playback): void {
  const asked = useListening((state) => state.playNext === attemptId);
  const setPlayNext = useListening((state) => state.setPlayNext);
  useEffect(() => {
    if (!asked || !media) return;
    setPlayNext(null);
    if (!playing) toggle();
  }, [asked, media, playing, toggle, setPlayNext]);
}

const BROKEN = {
  kind: "storage",
  message: "The recording cannot be played: its file is missing or damaged.",
  advice:
    "The transcript is not affected. Look whether the recordings folder in the data folder was moved.",
} as const;
