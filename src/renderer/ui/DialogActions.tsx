import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./DialogActions.module.css";

/** The buttons at a dialog's end, in sight however much stands above them. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return (
    <Group className={styles.actions} justify="flex-end" gap="xs">
      {children}
    </Group>
  );
}
