import { Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Campaign } from "../../../../shared/campaign";
import { useAction } from "../../../api/use-action";
import { firstUnresolved } from "../../../player/next-unresolved";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { UsageLink } from "../CampaignFailureNotice";
import { useCampaigns } from "../campaigns-store";
import { standingPause } from "../standing-pause";
import { changeCallsView, NO_FILTER } from "./calls-view";
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
        >
          <ShowUnresolved campaign={campaign} />
        </Notice>
      )}
    </>
  );
}

/** Leaves only those under Calls, and opens the first: each that is settled opens the next. */
function ShowUnresolved({ campaign: { id } }: { readonly campaign: Campaign }) {
  const show = useAction(async () => {
    const open = await firstUnresolved({ ...NO_FILTER, campaignId: id });
    changeCallsView(id, { ...NO_FILTER, status: "UNRESOLVED", open });
  });
  return (
    <>
      <Button variant="default" mt={4} loading={show.running} onClick={() => void show.run()}>
        Decide on them
      </Button>
      {show.error && <ErrorNotice error={show.error} onDismiss={show.clearError} />}
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
