import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./PageHeader.module.css";

interface PageHeaderProps {
  readonly title: string;
  /** Beside the title: a status badge, a count. */
  readonly beside?: ReactNode;
  /** Under the title: one quiet line. */
  readonly below?: ReactNode;
  /** Above the title: the way back. */
  readonly above?: ReactNode;
  /** At the right: the page's buttons. */
  readonly children?: ReactNode;
}

/** The page's one h1, what belongs beside it, and the page's buttons. */
export function PageHeader({ title, beside, below, above, children }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above}
        <div className={styles.titleLine}>
          <Title order={1} className={styles.title} title={title}>
            {title}
          </Title>
          {beside}
        </div>
      </div>
      {children && <div className={styles.actions}>{children}</div>}
      {below && <div className={styles.below}>{below}</div>}
    </header>
  );
}
