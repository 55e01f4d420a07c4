import styles from "./CutText.module.css";

/** Words that a cell may cut off; the whole of them stands in the tip. */
export function CutText({ children }: { readonly children: string }) {
  return (
    <span className={styles.cut} dir="auto" title={children}>
      {children}
    </span>
  );
}
