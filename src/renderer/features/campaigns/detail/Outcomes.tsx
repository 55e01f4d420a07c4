import { Text, Title } from "@mantine/core";
import { Fragment } from "react";
import type { CampaignFigures } from "../../../../shared/campaign";
import { outcome as outcomeSchema, OUTCOME_WORDS, type Outcome } from "../../../../shared/outcome";
import { formatCount, formatShare } from "../../../ui/format";
import styles from "./CampaignDetailPage.module.css";

/** Outcomes that leave a contact Completed: somebody, or a machine, answered. */
const ANSWERED: ReadonlySet<Outcome> = new Set([
  "talked",
  "declined",
  "hung_up_immediately",
  "machine",
]);

/** Of the contacts that are through: by which outcome they ended. */
export function Outcomes({ figures }: { readonly figures: CampaignFigures }) {
  const through = figures.completed + figures.failed;
  const counted = outcomeSchema.options.flatMap((outcome) => {
    const count = figures.outcomes[outcome] ?? 0;
    return count > 0 ? [{ outcome, count }] : [];
  });
  const most = Math.max(1, ...counted.map(({ count }) => count));

  return (
    <section aria-label="Outcomes" className={styles.card}>
      <Title order={2}>Outcomes</Title>
      {counted.length === 0 && <Text c="dimmed">No contact is through yet.</Text>}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Outcomes by count">
        <dl className={styles.outcomes}>
          {counted.map(({ outcome, count }) => (
            <Fragment key={outcome}>
              <dt>{OUTCOME_WORDS[outcome]}</dt>
              <dd aria-hidden>
                <div
                  className={styles.outcomeBar}
                  data-failed={!ANSWERED.has(outcome)}
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </dd>
              <dd>{formatCount(count)}</dd>
              <dd className={styles.share}>{formatShare(count, through)}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </section>
  );
}
