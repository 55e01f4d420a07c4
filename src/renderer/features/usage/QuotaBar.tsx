import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Usage } from "../../../shared/usage";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { formatCount, formatShare } from "../../ui/format";
import styles from "./QuotaBar.module.css";

/** The quota as one bar: used, reserved for running campaigns, remaining. */
export function QuotaBar({ usage }: { readonly usage: Usage }) {
  const { quotaMinutes, usedMinutes, reservedMinutes, remainingMinutes } = usage;
  // Used and reserved may go beyond a quota that was lowered: the bar then shows what is over.
  const whole = Math.max(quotaMinutes, usedMinutes + reservedMinutes, 1);
  const parts = [
    { part: "used", word: "Used", minutes: usedMinutes },
    { part: "reserved", word: "Reserved by running campaigns", minutes: reservedMinutes },
    { part: "remaining", word: "Remaining", minutes: remainingMinutes },
  ] as const;

  return (
    <section aria-labelledby="quota-title" className={styles.quota}>
      <h2 id="quota-title" className={styles.title}>
        Quota: {formatCount(quotaMinutes)} minutes a month{" "}
        <Anchor component={Link} href="/settings/quota" size="sm">
          Change the quota
        </Anchor>
      </h2>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ part, minutes }) => (
          <div
            key={part}
            data-part={part}
            style={{ width: `${(Math.max(0, minutes) / whole) * 100}%` }}
          />
        ))}
      </div>
      <dl className={styles.parts}>
        {parts.map(({ part, word, minutes }) => (
          <div key={part} className={styles.part} data-part={part}>
            <dt>{word}</dt>
            <dd>
              {formatCount(minutes)} min <small>{formatShare(minutes, quotaMinutes)}</small>
            </dd>
          </div>
        ))}
      </dl>
      {remainingMinutes <= 0 && <ErrorNotice error={USED_UP} />}
    </section>
  );
}

const USED_UP = {
  kind: "quota",
  message: "No call minutes remain this month: no campaign can be started or resumed.",
  advice: "Raise the quota in the settings, or wait for the first of the next month (UTC).",
} as const;
