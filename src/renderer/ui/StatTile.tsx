import type { ReactNode } from "react";
import styles from "./StatTile.module.css";

interface StatTileProps {
  readonly label: string;
  readonly value: string;
  /** A quiet line below the figure; its room is kept when there is none. */
  readonly detail?: ReactNode;
  readonly tone?: Tone;
}

/** The colour of its part in the bars; neutral has none. */
type Tone = "neutral" | "pending" | "active" | "good" | "warn" | "bad";

/** One figure under its name. Put several in a `StatTiles`. */
export function StatTile({ label, value, detail, tone = "neutral" }: StatTileProps) {
  return (
    <div className={styles.tile} data-tone={tone}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.detail}>{detail}</dd>
    </div>
  );
}

export function StatTiles({ label, children }: { readonly label: string; children: ReactNode }) {
  return (
    <dl className={styles.tiles} aria-label={label}>
      {children}
    </dl>
  );
}
