import { Button } from "@mantine/core";
import type { Usage } from "../../../shared/usage";
import { useEvent } from "../../api/use-event";
import { useRequest } from "../../api/use-request";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { Loading } from "../../ui/Loading";
import { PageHeader } from "../../ui/PageHeader";
import { CampaignUsageTable } from "./CampaignUsageTable";
import { CostAndBalance } from "./CostAndBalance";
import { DayChart } from "./DayChart";
import { monthWords } from "./days";
import { QuotaBar } from "./QuotaBar";
import { useRefreshEvery } from "./use-refresh-every";
import styles from "./UsagePage.module.css";

/** A campaign that runs changes the figures all the time; a look every ten seconds is enough. */
const REFRESH_MS = 10_000;

export default function UsagePage() {
  const usage = useRequest("usage.get", null);
  useRefreshEvery(REFRESH_MS, usage.refresh);
  useEvent("campaign.changed", usage.refresh);
  useEvent("settings.changed", usage.refresh);

  return (
    <div className={styles.page}>
      <PageHeader
        title="Billing & Usage"
        below={
          usage.value && `${monthWords(usage.value.month)} (UTC) · A call bills whole minutes.`
        }
      />
      {usage.error && (
        <ErrorNotice
          error={usage.error}
          action={<Button onClick={usage.refresh}>Try again</Button>}
        />
      )}
      {!usage.value && !usage.error && <Loading what="usage" />}
      {usage.value && <UsageOfMonth usage={usage.value} />}
    </div>
  );
}

function UsageOfMonth({ usage }: { readonly usage: Usage }) {
  const unused = usage.perDay.every(({ calls }) => calls === 0) && usage.perCampaign.length === 0;
  return (
    <>
      <QuotaBar usage={usage} />
      <CostAndBalance usage={usage} />
      {unused ? (
        <EmptyState title="No calls this month">
          Minutes by day and by campaign appear here as soon as a campaign has called.
        </EmptyState>
      ) : (
        <>
          <DayChart month={usage.month} days={usage.perDay} />
          <CampaignUsageTable usage={usage} />
        </>
      )}
    </>
  );
}
