import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column, SortOrder } from "./columns";
import styles from "./DataTable.module.css";

interface TableHeadProps<Row, Sort extends string> {
  readonly columns: readonly Column<Row, Sort>[];
  readonly sort?: SortOrder<Sort>;
  readonly onSort?: (sort: SortOrder<Sort>) => void;
}

export function TableHead<Row, Sort extends string>(props: TableHeadProps<Row, Sort>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {props.columns.map((column) => (
          <HeadCell key={column.title} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </div>
    </div>
  );
}

interface HeadCellProps<Row, Sort extends string> {
  readonly column: Column<Row, Sort>;
  readonly sort: SortOrder<Sort> | undefined;
  readonly onSort: ((sort: SortOrder<Sort>) => void) | undefined;
}

function HeadCell<Row, Sort extends string>({ column, sort, onSort }: HeadCellProps<Row, Sort>) {
  const by = column.sort;
  if (by === undefined || !onSort) {
    return (
      <div role="columnheader" className={styles.cell} data-align={column.align}>
        {column.title}
      </div>
    );
  }
  const sorted = sort?.by === by ? (sort.descending ? "descending" : "ascending") : "none";
  const Arrow = sorted === "ascending" ? IconArrowUp : IconArrowDown;
  return (
    <div role="columnheader" className={styles.cell} data-align={column.align} aria-sort={sorted}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ by, descending: sorted === "ascending" })}
      >
        {column.title}
        <Arrow size={10} aria-hidden className={styles.arrow} data-sorted={sorted !== "none"} />
      </button>
    </div>
  );
}
