import { Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTimeZone } from "../../../api/app-info";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { UsageLink } from "../CampaignFailureNotice";
import { quotaShortage } from "../quota-shortage";
import { Warnings } from "../Warnings";
import styles from "./CampaignForm.module.css";
import { estimateInputOf, type FormValues } from "./form-values";
import { estimateSentences, settingsSentences } from "./summary-sentences";

/** What the fields come to, in sentences, while they are filled in. */
export function EstimateSummary({ values }: { readonly values: FormValues }) {
  const zone = useTimeZone();
  const [settled] = useDebouncedValue(values, 250);
  const input = estimateInputOf(settled);
  const asked = useRequest("campaigns.estimate", input ?? "skip");
  const estimate = input ? asked.value : null;
  const warnings = estimate ? [...estimate.warnings] : [];
  if (estimate?.schedule?.note) warnings.unshift(estimate.schedule.note);

  return (
    <section className={styles.summary} aria-label="What this comes to">
      <Title order={2}>What this comes to</Title>
      <ul className={styles.sentences} data-stale={asked.loading} aria-live="polite">
        {estimate && input
          ? estimateSentences(estimate, input, zone, Date.now()).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))
          : !asked.error && <li>{whatIsMissing(values)}</li>}
        {settingsSentences(values).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {asked.error && <ErrorNotice error={asked.error} />}
      {estimate && !estimate.enoughQuota && (
        <ErrorNotice error={quotaShortage(estimate)} action={<UsageLink />} />
      )}
      <Warnings warnings={warnings} />
    </section>
  );
}

function whatIsMissing({ flowId, audienceId }: FormValues): string {
  return flowId === null || audienceId === null
    ? "Choose a flow and an audience to see how long it takes."
    : "Mend the marked fields to see how long it takes.";
}
