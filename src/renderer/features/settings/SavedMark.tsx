import { IconCheck } from "@tabler/icons-react";
import styles from "./SavedMark.module.css";

/** Says beside a field that it was saved; its room is kept. */
export function SavedMark({ saved }: { readonly saved: boolean }) {
  return (
    <span role="status" className={styles.mark}>
      {saved && (
        <>
          <IconCheck size={14} aria-hidden /> Saved
        </>
      )}
    </span>
  );
}
