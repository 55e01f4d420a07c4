import { IconAlertTriangle } from "@tabler/icons-react";
import styles from "./Warnings.module.css";

/** What the supervisor should know before starting: a sentence each. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings} aria-label="Warnings">
      {warnings.map((warning) => (
        <li key={warning} className={styles.warning}>
          <IconAlertTriangle size={16} aria-hidden className={styles.icon} />
          <span>{warning}</span>
        </li>
      ))}
    </ul>
  );
}
