import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from "@tabler/icons-react";
import { formatDuration } from "../ui/format";
import { SPEEDS, useListening } from "./listening";
import styles from "./Transport.module.css";
import type { Playback } from "./use-playback";

interface TransportProps {
  readonly playback: Playback;
  readonly durationSeconds: number;
}

/** Play and pause, where it stands, and how fast. */
export function Transport({ playback, durationSeconds }: TransportProps) {
  const speed = useListening((state) => state.speed);
  const setSpeed = useListening((state) => state.setSpeed);
  const { playing } = playback;
  return (
    <div className={styles.transport}>
      <ActionIcon
        variant="filled"
        color="indigo"
        size={32}
        aria-label={playing ? "Pause" : "Play"}
        aria-keyshortcuts="Space"
        title={playing ? "Pause (Space)" : "Play (Space)"}
        onClick={playback.toggle}
      >
        {playing ? (
          <IconPlayerPauseFilled size={16} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={16} aria-hidden />
        )}
      </ActionIcon>
      <span className={styles.time}>
        {formatDuration(playback.time)} / {formatDuration(durationSeconds)}
      </span>
      <NativeSelect
        aria-label="Speed"
        className={styles.speed}
        data={SPEEDS.map((each) => ({ value: String(each), label: `${each}×` }))}
        value={String(speed)}
        onChange={(event) => setSpeed(Number(event.currentTarget.value))}
      />
    </div>
  );
}
