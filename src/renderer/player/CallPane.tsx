import { ActionIcon, Button, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Attempt, CallRow } from "../../shared/call";
import { useTimeZone } from "../api/app-info";
import { useEvent } from "../api/use-event";
import { useRequest } from "../api/use-request";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Loading } from "../ui/Loading";
import { PhoneNumber } from "../ui/PhoneNumber";
import { formatPhone } from "../ui/phone-number";
import { StatusBadge } from "../ui/StatusBadge";
import { AttemptList } from "./AttemptList";
import { AttemptRecording } from "./AttemptRecording";
import styles from "./CallPane.module.css";
import { CALL_STATUS_LOOK, whyAndWhenNext } from "./call-words";
import { ContactGates } from "./ContactGates";
import { DoNotCall } from "./DoNotCall";
import { UnresolvedAttempt } from "./UnresolvedAttempt";

interface CallPaneProps {
  readonly call: CallRow;
  readonly onClose: () => void;
  /** The supervisor has said what became of an attempt of which the carrier cannot tell. */
  readonly onResolved?: () => void;
}

/** One contact's calls in a campaign, beside the list: how it stands, its attempts and its recording. */
export function CallPane({ call, onClose, onResolved }: CallPaneProps) {
  const zone = useTimeZone();
  const { campaignId, contactId } = call;
  const attempts = useRequest("calls.attempts", { campaignId, contactId });
  useEvent("calls.changed", (changed) => {
    if (changed.campaignId === campaignId) attempts.refresh();
  });

  return (
    <aside aria-label={`Call with ${call.name || formatPhone(call.phone)}`} className={styles.pane}>
      <header className={styles.header}>
        <div className={styles.who}>
          <Title order={2} dir="auto" className={styles.name}>
            {call.name || "No name"}
          </Title>
          <Text>
            <PhoneNumber>{call.phone}</PhoneNumber>
          </Text>
          <Text c="dimmed" dir="auto" className={styles.campaign}>
            {call.campaignName}
          </Text>
        </div>
        <StatusBadge {...CALL_STATUS_LOOK[call.status]} word={call.status} />
        <ActionIcon aria-label="Close the call" onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      <Text>{whyAndWhenNext(call, zone, Date.now())}</Text>
      <DoNotCall phone={call.phone} />
      {call.status === "PENDING" && <ContactGates contactId={contactId} campaignId={campaignId} />}
      {attempts.error && (
        <ErrorNotice
          error={attempts.error}
          action={<Button onClick={attempts.refresh}>Try again</Button>}
        />
      )}
      {attempts.value && !attempts.loading ? (
        <Attempts
          key={`${campaignId}-${contactId}`}
          attempts={attempts.value}
          recordedAttemptId={call.recordedAttemptId}
          onResolved={() => {
            attempts.refresh();
            onResolved?.();
          }}
        />
      ) : (
        !attempts.error && <Loading what="the attempts" />
      )}
    </aside>
  );
}

interface AttemptsProps {
  readonly attempts: readonly Attempt[];
  readonly recordedAttemptId: CallRow["recordedAttemptId"];
  readonly onResolved: () => void;
}

function Attempts({ attempts, recordedAttemptId, onResolved }: AttemptsProps) {
  const unresolved = attempts.filter((attempt) => attempt.state === "unresolved");
  const heard = attemptToHear(attempts, recordedAttemptId);
  return (
    <>
      {unresolved.map((attempt) => (
        <UnresolvedAttempt key={attempt.id} attempt={attempt} onResolved={onResolved} />
      ))}
      {heard && <AttemptRecording key={heard.id} attempt={heard} />}
      <section aria-label="Attempts">
        <Title order={3} mb={4}>
          Attempts
        </Title>
        <AttemptList attempts={attempts} />
      </section>
    </>
  );
}

/** The recorded attempt; without one, the last that is over, which says why there is no recording. */
function attemptToHear(
  attempts: readonly Attempt[],
  recordedAttemptId: CallRow["recordedAttemptId"],
): Attempt | undefined {
  return (
    attempts.find((attempt) => attempt.id === recordedAttemptId) ??
    attempts.findLast((attempt) => attempt.state === "ended")
  );
}
