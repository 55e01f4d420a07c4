import { Loader, Text } from "@mantine/core";
import styles from "./Loading.module.css";

/** Shows after 150 ms only, so that what is quick does not flicker. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div role="status" className={styles.loading}>
      <Loader size="sm" aria-hidden />
      <Text c="dimmed">Loading {what}…</Text>
    </div>
  );
}
