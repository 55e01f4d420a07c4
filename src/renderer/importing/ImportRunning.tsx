import { Button, Progress, Text } from "@mantine/core";
import type { ImportProgress } from "../../shared/audience";
import type { Action } from "../api/use-action";
import { ErrorNotice } from "../ui/ErrorNotice";
import { formatCount, formatDuration } from "../ui/format";
import styles from "./ImportRunning.module.css";

interface ImportRunningProps {
  /** Null before the first rows are read. */
  readonly progress: ImportProgress | null;
  readonly cancel: Action<[]>;
  /** What was written is being taken back, which takes a while after many rows. */
  readonly isCancelled: boolean;
}

export function ImportRunning({ progress, cancel, isCancelled }: ImportRunningProps) {
  const percent = progress && progress.bytes > 0 ? (progress.bytesRead / progress.bytes) * 100 : 0;
  return (
    <div className={styles.running}>
      <Progress
        value={percent}
        aria-label="Import"
        striped
        animated
        transitionDuration={0}
        size="lg"
      />
      <Text>{isCancelled ? "Taking back what was written…" : wordsOf(progress)}</Text>
      <Text c="dimmed">
        The import is one piece: when it is cancelled or fails, nothing of it stays.
      </Text>
      {cancel.error && <ErrorNotice error={cancel.error} />}
      <Button
        variant="default"
        disabled={cancel.running || isCancelled}
        onClick={() => void cancel.run()}
      >
        Cancel the import
      </Button>
    </div>
  );
}

function wordsOf(progress: ImportProgress | null): string {
  if (progress === null) return "Reading the file…";
  const { rows, rate, secondsLeft } = progress;
  const speed = `${formatCount(rows)} rows, ${formatCount(Math.round(rate))} a second`;
  return secondsLeft === null ? speed : `${speed}, ${formatDuration(secondsLeft)} left`;
}
