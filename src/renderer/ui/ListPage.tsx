import type { ComponentProps, ReactNode } from "react";
import styles from "./ListPage.module.css";

interface ListPageProps extends ComponentProps<"div"> {
  /** Whether a file is held over it that can be dropped here. */
  readonly over?: boolean;
}

/** A page as high as the window, whose list scrolls and whose head stays. */
export function ListPage({ over = false, ...props }: ListPageProps) {
  return <div {...props} className={styles.page} data-over={over} />;
}

interface ListToolbarProps {
  /** How many rows are shown, in words. */
  readonly count?: ReactNode;
  readonly children: ReactNode;
}

/** Search and filters above a list, and at the right how many rows they let through. */
export function ListToolbar({ count, children }: ListToolbarProps) {
  return (
    <div className={styles.toolbar}>
      {children}
      {count !== undefined && (
        <span className={styles.count} role="status">
          {count}
        </span>
      )}
    </div>
  );
}

/** The room that a list's table fills. */
export function ListTable({ children }: { readonly children: ReactNode }) {
  return <div className={styles.table}>{children}</div>;
}
