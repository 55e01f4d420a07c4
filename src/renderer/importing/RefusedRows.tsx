import { REFUSAL_WORDS, type RefusedRow } from "../../shared/audience";
import { CutText } from "../ui/CutText";
import { formatCount } from "../ui/format";
import type { Column } from "../ui/table/columns";
import { DataTable } from "../ui/table/DataTable";
import { useLocalRows } from "../ui/table/local-rows";
import styles from "./RefusedRows.module.css";

/** The rows of a file that were refused, each with its reason. */
export function RefusedRows({ rows }: { readonly rows: readonly RefusedRow[] }) {
  return (
    <div className={styles.rows}>
      <DataTable
        label="Refused rows"
        columns={COLUMNS}
        rows={useLocalRows(rows, lineOf)}
        keyOf={lineOf}
        leastWidth={640}
        empty={null}
      />
    </div>
  );
}

const lineOf = ({ line }: RefusedRow) => line;

const COLUMNS: readonly Column<RefusedRow>[] = [
  { title: "Line", width: "72px", align: "right", cell: ({ line }) => formatCount(line) },
  { title: "Reason", width: "208px", cell: ({ reason }) => REFUSAL_WORDS[reason] },
  {
    title: "Detail",
    width: "minmax(200px, 2fr)",
    cell: ({ detail }) => <CutText>{detail}</CutText>,
  },
  {
    title: "Row",
    width: "minmax(160px, 2fr)",
    cell: ({ cells }) => <CutText>{cells.join(" · ")}</CutText>,
  },
];
