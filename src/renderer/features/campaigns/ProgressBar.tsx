import type { CampaignFigures } from "../../../shared/campaign";
import { formatCount } from "../../ui/format";
import styles from "./ProgressBar.module.css";

/** A campaign's contacts as one bar in four parts: completed, failed, in progress, pending. */
export function ProgressBar({ figures }: { readonly figures: CampaignFigures }) {
  const parts = [
    { name: "completed", count: figures.completed },
    { name: "failed", count: figures.failed },
    { name: "in progress", count: figures.inProgress },
    { name: "pending", count: figures.pending },
  ];
  const words = parts.map(({ name, count }) => `${formatCount(count)} ${name}`).join(", ");
  return (
    <span role="img" aria-label={words} title={words} className={styles.bar}>
      {parts.map(({ name, count }) => (
        <span key={name} data-part={name} className={styles.part} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}
