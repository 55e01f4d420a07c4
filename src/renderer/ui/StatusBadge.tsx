import type { ReactNode } from "react";
import styles from "./StatusBadge.module.css";

export type StatusTone = "neutral" | "active" | "good" | "warn" | "bad";
export type StatusShape = "hollow" | "dot" | "pause" | "check" | "cross" | "clock" | "question";

interface StatusBadgeProps {
  readonly tone: StatusTone;
  readonly shape: StatusShape;
  readonly word: string;
}

/** A status: its colour, its own shape and its word, so that none has to carry it alone. */
export function StatusBadge({ tone, shape, word }: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <svg viewBox="0 0 12 12" width={11} height={11} aria-hidden className={styles.shape}>
        {SHAPES[shape]}
      </svg>
      {word}
    </span>
  );
}

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
  strokeLinecap: "round",
} as const;

const SHAPES: Readonly<Record<StatusShape, ReactNode>> = {
  hollow: <circle cx={6} cy={6} r={4} {...line} strokeWidth={1.75} />,
  dot: <circle cx={6} cy={6} r={5} fill="currentColor" />,
  pause: <path d="M3.5 2v8M8.5 2v8" {...line} strokeWidth={2.5} />,
  check: <path d="M1.5 6.5l3 3 6-7" {...line} />,
  cross: <path d="M2 2l8 8M10 2l-8 8" {...line} />,
  clock: (
    <path
      d="M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6M6 3.5V6l2 1"
      {...line}
      strokeWidth={1.5}
    />
  ),
  question: <path d="M3.5 4a2.5 2.5 0 1 1 3.3 2.4c-.6.2-.8.6-.8 1.3M6 10.4v.1" {...line} />,
};
