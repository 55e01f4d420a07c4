import type { MouseEvent } from "react";
import type { Column } from "./columns";
import styles from "./DataTable.module.css";

interface TableRowProps<Row, Sort extends string> {
  readonly id: string;
  /** Counted from 0. */
  readonly index: number;
  /** Undefined while it is being fetched. */
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row, Sort>[];
  readonly top: number;
  readonly height: number;
  readonly atCursor: boolean;
  readonly selected: boolean;
  readonly onClick: (index: number) => void;
}

export function TableRow<Row, Sort extends string>(props: TableRowProps<Row, Sort>) {
  const { row, index } = props;
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      aria-busy={row === undefined}
      className={styles.row}
      data-cursor={props.atCursor}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      onClick={(event) => {
        if (!belongsToControl(event)) props.onClick(index);
      }}
    >
      {props.columns.map((column) => (
        <div key={column.title} role="gridcell" className={styles.cell} data-align={column.align}>
          {row === undefined ? <span className={styles.placeholder} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Buttons and links in a row, and menus that hang on them elsewhere on the page, act by themselves. */
function belongsToControl({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true;
  return target.closest("button, a, input, select") !== null;
}
