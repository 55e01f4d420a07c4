import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Campaign } from "../../../../shared/campaign";
import { formatNumberOf } from "../../../ui/format";
import { UsageLink } from "../CampaignFailureNotice";
import { useCampaigns } from "../campaigns-store";
import { standingPause } from "../standing-pause";
import styles from "./StandingNotices.module.css";

/** What keeps the campaign waiting for the supervisor, for as long as it does. */
export function StandingNotices({ campaign }: { readonly campaign: Campaign }) {
  const { status, startProblem, live } = campaign;
  const pause = standingPause(
    campaign,
    useCampaigns((state) => state.failure),
  );
  const { unresolved } = live.figures;
  return (
    <>
      {pause && (
        <Notice message={`Paused: ${pause.message}`} advice={pause.advice}>
          {pause.kind === "quota" && <UsageLink />}
        </Notice>
      )}
      {status === "DRAFT" && startProblem && (
        <Notice message={startProblem} advice="Start it by hand, or give it another time." />
      )}
      {unresolved > 0 && (
        <Notice
          message={`The carrier cannot tell what became of ${formatNumberOf(unresolved, "call")}. ${unresolved === 1 ? "Its contact is" : "Their contacts are"} not called again until you say whether ${unresolved === 1 ? "it was" : "they were"} placed.`}
          advice="Choose IN_PROGRESS under Calls, and open the contact."
        />
      )}
    </>
  );
}

interface NoticeProps {
  readonly message: string;
  readonly advice?: string | undefined;
  readonly children?: ReactNode;
}

function Notice({ message, advice, children }: NoticeProps) {
  return (
    <div role="status" className={styles.notice}>
      <IconAlertTriangle size={18} aria-hidden className={styles.icon} />
      <div>
        <Text fw={600}>{message}</Text>
        {advice && <Text>{advice}</Text>}
        {children}
      </div>
    </div>
  );
}
