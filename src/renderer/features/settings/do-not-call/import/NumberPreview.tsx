import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { PreviewNumber } from "../../../../../shared/do-not-call";
import { useRequest } from "../../../../api/use-request";
import { ErrorNotice } from "../../../../ui/ErrorNotice";
import { Loading } from "../../../../ui/Loading";
import { PhoneNumber } from "../../../../ui/PhoneNumber";
import { mappingOf, type NumberPlan } from "./number-plan";
import styles from "./NumberPreview.module.css";

/** The first rows, as they stand in the file and as they will be listed. */
export function NumberPreview({ plan }: { readonly plan: NumberPlan }) {
  const { path, format } = plan.preview;
  const mapping = mappingOf(plan);
  const numbers = useRequest(
    "doNotCall.previewNumbers",
    mapping ? { path, format, mapping } : "skip",
  );
  if (!mapping) return <Text role="status">Choose the column that holds the numbers.</Text>;
  return (
    <>
      {numbers.error && <ErrorNotice error={numbers.error} />}
      <div className={styles.scroll} role="region" aria-label="First rows" tabIndex={0}>
        {numbers.value && <Rows numbers={numbers.value} />}
        {!numbers.value && !numbers.error && <Loading what="the first rows" />}
      </div>
    </>
  );
}

function Rows({ numbers }: { readonly numbers: readonly PreviewNumber[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">In the file</th>
          <th scope="col">On the list</th>
        </tr>
      </thead>
      <tbody>
        {numbers.map(({ line, written, phone, refused }) => (
          <tr key={line}>
            <td>{line}</td>
            <td dir="auto">{written || "–"}</td>
            <td data-refused={phone === null}>
              {phone === null ? (
                <Refusal reason={refused ?? ""} />
              ) : (
                <PhoneNumber>{phone}</PhoneNumber>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Refusal({ reason }: { readonly reason: string }) {
  return (
    <span className={styles.reason}>
      <IconAlertTriangle size={12} aria-hidden /> Refused: {reason}
    </span>
  );
}
