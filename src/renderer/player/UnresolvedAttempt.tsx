import { Button, Text } from "@mantine/core";
import { useState, type MouseEvent } from "react";
import type { Attempt } from "../../shared/call";
import { request } from "../api/client";
import { useAction } from "../api/use-action";
import { ErrorNotice } from "../ui/ErrorNotice";
import styles from "./UnresolvedAttempt.module.css";

interface UnresolvedAttemptProps {
  readonly attempt: Attempt;
  readonly onResolved: () => void;
}

/** Asks for the supervisor's word on a call of which the carrier cannot tell whether it was placed. */
export function UnresolvedAttempt({ attempt, onResolved }: UnresolvedAttemptProps) {
  const [answer, setAnswer] = useState<boolean | null>(null);
  const resolve = useAction(async (wasPlaced: boolean) => {
    setAnswer(wasPlaced);
    await request("calls.resolve", { attemptId: attempt.id, wasPlaced });
    onResolved();
  });
  // Once one is settled the next may stand under the pointer: a double click settles only one.
  const decide = (wasPlaced: boolean) => (event: MouseEvent) => {
    if (event.detail < 2) void resolve.run(wasPlaced);
  };
  return (
    <div
      role="group"
      aria-label={`Decide on attempt ${attempt.number}`}
      className={styles.decision}
    >
      <Text fw={600}>Was attempt {attempt.number} placed?</Text>
      <Text>
        The carrier did not say, and nobody is called twice by guess. The carrier's own call log
        shows it: look for this number at this time.
      </Text>
      <div className={styles.choices}>
        <Button
          variant="default"
          loading={resolve.running && answer === true}
          disabled={resolve.running}
          onClick={decide(true)}
        >
          It was placed
        </Button>
        <Text>
          The contact is FAILED: what came of the call is not known, and it is not called again.
        </Text>
        <Button
          variant="default"
          loading={resolve.running && answer === false}
          disabled={resolve.running}
          onClick={decide(false)}
        >
          It was not placed
        </Button>
        <Text>It counts as no attempt; the contact is called again.</Text>
      </div>
      {resolve.error && <ErrorNotice error={resolve.error} onDismiss={resolve.clearError} />}
    </div>
  );
}
