import { ActionIcon } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import type { CallRow } from "../../shared/call";
import { useListening } from "./listening";
import styles from "./PlayButton.module.css";

/** The Audio cell of a list of calls: Play, or in a word why there is nothing to play. */
export function PlayButton({ call }: { readonly call: CallRow }) {
  const setPlayNext = useListening((state) => state.setPlayNext);
  const { recordedAttemptId } = call;
  if (recordedAttemptId === null || call.recording !== "ready") {
    return <span className={styles.none}>{WORDS[call.recording]}</span>;
  }
  return (
    <ActionIcon
      size="sm"
      aria-label={`Play the call with ${call.name || call.phone}`}
      // The click goes on to the row, which opens the call.
      onClick={() => setPlayNext(recordedAttemptId)}
    >
      <IconPlayerPlayFilled size={14} aria-hidden />
    </ActionIcon>
  );
}

const WORDS: Readonly<Record<CallRow["recording"], string>> = {
  none: "–",
  awaited: "Awaited",
  ready: "–",
  absent: "Absent",
};
