import styles from "./ImportSteps.module.css";

const STEPS = [
  { step: "file", word: "File" },
  { step: "columns", word: "Columns" },
  { step: "result", word: "Result" },
] as const;

interface ImportStepsProps {
  readonly current: (typeof STEPS)[number]["step"];
}

/** Where in the dialog one is. */
export function ImportSteps({ current }: ImportStepsProps) {
  return (
    <ol className={styles.steps} aria-label="Steps">
      {STEPS.map(({ step, word }, index) => (
        <li key={step} aria-current={step === current ? "step" : undefined} className={styles.step}>
          {index + 1}. {word}
        </li>
      ))}
    </ol>
  );
}
