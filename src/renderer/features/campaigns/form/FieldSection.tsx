import type { ReactNode } from "react";
import styles from "./CampaignForm.module.css";

interface FieldSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function FieldSection({ title, children }: FieldSectionProps) {
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}
