import { Button } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import type { CallRow } from "../../shared/call";
import { formatPhone } from "../ui/phone-number";
import { useListening } from "./listening";
import styles from "./PlayButton.module.css";

interface PlayButtonProps {
  readonly call: CallRow;
  /** Opens the call, with its player. */
  readonly onPlay: (call: CallRow) => void;
}

/** The Audio cell of a list of calls: Play, or in a word why there is nothing to play. */
export function PlayButton({ call, onPlay }: PlayButtonProps) {
  const setPlayNext = useListening((state) => state.setPlayNext);
  switch (call.recording) {
    case "ready":
      return (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`Play the call with ${call.name || formatPhone(call.phone)}`}
          leftSection={<IconPlayerPlayFilled size={12} aria-hidden />}
          onClick={() => {
            setPlayNext(call.recordedAttemptId);
            onPlay(call);
          }}
        >
          Play
        </Button>
      );
    case "awaited":
      return <span className={styles.none}>Fetching…</span>;
    case "absent":
      return <span className={styles.none}>None</span>;
    case "none":
      return null;
  }
}
