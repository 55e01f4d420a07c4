import { Button, Text, Title } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import type { CampaignId, ContactId } from "../../shared/ids";
import { SECOND } from "../../shared/instant";
import type { GateStanding, WhyNotCalled } from "../../shared/why-not-called";
import { useTimeZone } from "../api/app-info";
import { useEvent } from "../api/use-event";
import { useRequest } from "../api/use-request";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Loading } from "../ui/Loading";
import { StatusBadge } from "../ui/StatusBadge";
import { CALL_STATUS_LOOK } from "./call-words";
import styles from "./ContactGates.module.css";
import { GATE_WORDS, standingWords, untilWords } from "./gate-words";

interface ContactGatesProps {
  readonly contactId: ContactId;
  /** Null: every campaign that may call the contact, each with its name and how it stands there. */
  readonly campaignId: CampaignId | null;
}

/** Gates open by themselves as time goes by. */
const REFRESH = 5 * SECOND;

/** Answers why a contact is not being called: every gate, and when it opens. */
export function ContactGates({ contactId, campaignId }: ContactGatesProps) {
  const asked = useRequest("campaigns.whyNotCalled", { contactId, campaignId });
  useInterval(asked.refresh, REFRESH, { autoInvoke: true });
  useEvent("campaign.changed", asked.refresh);
  useEvent("calls.changed", asked.refresh);
  useEvent("settings.changed", asked.refresh);
  useEvent("doNotCall.changed", asked.refresh);

  return (
    <section aria-label="Why it is not being called" className={styles.standings}>
      {campaignId === null && <Title order={2}>Next call</Title>}
      {asked.error && (
        <ErrorNotice
          error={asked.error}
          action={<Button onClick={asked.refresh}>Try again</Button>}
        />
      )}
      {!asked.value && !asked.error && <Loading what="the gates" />}
      {asked.value?.length === 0 && <Text c="dimmed">No campaign calls this contact.</Text>}
      {asked.value?.map((standing) => (
        <Standing
          key={standing.campaignId}
          standing={standing}
          withCampaign={campaignId === null}
        />
      ))}
    </section>
  );
}

interface StandingProps {
  readonly standing: WhyNotCalled;
  readonly withCampaign: boolean;
}

function Standing({ standing, withCampaign }: StandingProps) {
  const zone = useTimeZone();
  const [all, setAll] = useState(false);
  const { campaignName, status, gates } = standing;
  const open = gates.filter(({ closed }) => closed === null).length;
  const shown = all ? gates : gates.filter(({ closed }) => closed !== null);

  return (
    <div className={styles.standing}>
      {withCampaign && (
        <>
          <div className={styles.campaign}>
            <Text fw={600} dir="auto" className={styles.name}>
              {campaignName}
            </Text>
            <StatusBadge {...CALL_STATUS_LOOK[status]} word={status} />
          </div>
          <Text>{standingWords(standing, zone, Date.now())}</Text>
        </>
      )}
      {shown.length > 0 && (
        <dl className={styles.gates}>
          {shown.map((gate) => (
            <Gate key={gate.gate} gate={gate} zone={zone} />
          ))}
        </dl>
      )}
      {open > 0 && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? "Only those that are closed" : `All ${gates.length} gates`}
          </Button>
        </div>
      )}
    </div>
  );
}

function Gate({ gate: { gate, closed }, zone }: { readonly gate: GateStanding; zone: string }) {
  const until = closed && untilWords(closed, zone, Date.now());
  return (
    <div className={styles.gate}>
      <dt>{GATE_WORDS[gate]}</dt>
      <dd>
        {closed ? (
          <StatusBadge tone="warn" shape="pause" word="closed" />
        ) : (
          <StatusBadge tone="good" shape="check" word="open" />
        )}
      </dd>
      {closed && (
        <dd className={styles.because}>
          {closed.because}
          {until && <span className={styles.until}> {until}</span>}
        </dd>
      )}
    </div>
  );
}
