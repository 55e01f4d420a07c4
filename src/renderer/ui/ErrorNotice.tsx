import { CloseButton, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AppError } from "../../shared/app-error";
import styles from "./ErrorNotice.module.css";

interface ErrorNoticeProps {
  readonly error: AppError;
  /** What can be done about it here: "Try again", a link. */
  readonly action?: ReactNode;
  /** Without it the notice stays until its cause is gone. */
  readonly onDismiss?: () => void;
}

/** Says what happened, what was not done and what to do. Stays until read; stands where the action was. */
export function ErrorNotice({ error, action, onDismiss }: ErrorNoticeProps) {
  return (
    <div role="alert" className={styles.notice}>
      <IconAlertTriangle size={18} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <Text fw={600}>{error.message}</Text>
        {error.advice && <Text>{error.advice}</Text>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {onDismiss && <CloseButton aria-label="Dismiss this message" size="sm" onClick={onDismiss} />}
    </div>
  );
}
