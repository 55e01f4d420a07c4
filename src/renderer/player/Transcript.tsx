import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { RecordedCall } from "../../shared/call";
import { formatDuration } from "../ui/format";
import { noTranscriptWords } from "./call-words";
import styles from "./Transcript.module.css";
import { SPEAKER_WORDS } from "./tracks";

interface TranscriptProps {
  readonly recording: RecordedCall;
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** While it plays, the line that is being spoken is kept in sight. */
  readonly playing: boolean;
  readonly onSeek: (seconds: number) => void;
}

/** The conversation, line by line: follows the sound, and a click goes to where a line was spoken. */
export function Transcript({ recording, time, playing, onSeek }: TranscriptProps) {
  const lines = recording.transcript;
  const spoken = useRef<HTMLLIElement>(null);
  const at = lines.findLastIndex((line) => line.start <= time);

  useEffect(() => {
    if (playing) spoken.current?.scrollIntoView({ block: "nearest" });
  }, [at, playing]);

  if (lines.length === 0) {
    return <Text c="dimmed">{noTranscriptWords(recording)}</Text>;
  }
  return (
    <ol className={styles.lines} aria-label="Transcript">
      {lines.map((line, index) => (
        <li key={index} ref={index === at ? spoken : undefined}>
          <button
            type="button"
            className={styles.line}
            data-speaker={line.speaker}
            aria-current={index === at}
            onClick={() => onSeek(line.start)}
          >
            <span className={styles.time}>{formatDuration(line.start)}</span>
            <span className={styles.speaker}>{SPEAKER_WORDS[line.speaker]}</span>
            <span dir="auto">{line.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
