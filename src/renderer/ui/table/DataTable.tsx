import {
  useEffect,
  useId,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { Button } from "@mantine/core";
import { ErrorNotice } from "../ErrorNotice";
import { Loading } from "../Loading";
import type { Column, RowKey, SortOrder, TableRows } from "./columns";
import styles from "./DataTable.module.css";
import { cursorAfter } from "./row-cursor";
import { ROW_HEIGHT } from "./scroll-space";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { useRowsKeepPlace } from "./use-rows-keep-place";
import { useScrollSpace } from "./use-scroll-space";

/** Rows that are drawn beyond those seen, on either side. */
const BEYOND = 8;

interface DataTableProps<Row, Sort extends string> {
  /** Names the table for a screen reader. */
  readonly label: string;
  /** Under which its place is kept until one comes back to it; without it, its label. */
  readonly placeName?: string;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rows: TableRows<Row>;
  readonly keyOf: (row: Row) => RowKey;
  readonly sort?: SortOrder<Sort>;
  readonly onSort?: (sort: SortOrder<Sort>) => void;
  /** The row that is open beside the table. */
  readonly selected?: RowKey | null;
  /** Enter and a click select; Escape selects nothing. While one is selected, the keys take it along. */
  readonly onSelect?: (row: Row | null) => void;
  /** In pixels; a narrower window scrolls the table sideways. */
  readonly leastWidth?: number;
  readonly empty: ReactNode;
}

/**
 * A table of any length: only what is on screen is drawn and fetched. ↑ ↓ J K, Page Up and Down, Home
 * and End move; Enter opens. Fills the height that it is given.
 */
export function DataTable<Row, Sort extends string = string>(props: DataTableProps<Row, Sort>) {
  const { rows } = props;
  if (rows.error && rows.total === null) {
    return (
      <ErrorNotice
        error={rows.error}
        action={<Button onClick={() => rows.refresh()}>Try again</Button>}
      />
    );
  }
  if (rows.total === 0) return <>{props.empty}</>;
  return <Grid {...props} />;
}

function Grid<Row, Sort extends string>(props: DataTableProps<Row, Sort>) {
  const { rows, keyOf, columns, label, placeName = label, selected = null, onSelect } = props;
  const total = rows.total ?? 0;
  const id = useId();
  const [scrolling, setScrolling] = useState<HTMLDivElement | null>(null);
  const [cursor, setCursor] = useState<{ index: number; key: RowKey | null } | null>(null);

  const { space, scrollTop, onScroll, show } = useScrollSpace(scrolling, total, placeName);
  const { first, last } = space.rowsAt(scrollTop, BEYOND);

  useEffect(() => rows.show(first, last), [rows, first, last]);
  const { placeChosen, onPointerEnter, onPointerLeave } = useRowsKeepPlace(
    rows,
    scrolling,
    ROW_HEIGHT / space.stretch,
  );

  /** The row may have moved since the cursor was set on it. */
  const cursorIndex =
    cursor === null
      ? null
      : ((cursor.key === null ? null : rows.indexOf(cursor.key)) ?? cursor.index);

  const moveTo = (index: number, select: boolean) => {
    const row = rows.rowAt(index);
    setCursor({ index, key: row === undefined ? null : keyOf(row) });
    show(index);
    if (select && row !== undefined) onSelect?.(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    placeChosen();
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const onScreen = Math.max(1, Math.floor((scrolling?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const next = cursorAfter(event.key, cursorIndex, total, onScreen);
    if (next !== null) moveTo(next, selected !== null);
    else if (event.key === "Enter" && cursorIndex !== null) moveTo(cursorIndex, true);
    else if (event.key === "Escape" && selected !== null) onSelect?.(null);
    else return;
    event.preventDefault();
  };

  if (rows.total === null) return <Loading what={label.toLowerCase()} />;
  return (
    <div
      ref={setScrolling}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-activedescendant={cursorIndex === null ? undefined : `${id}-${cursorIndex}`}
      tabIndex={0}
      className={styles.grid}
      style={
        {
          "--columns": columns.map((column) => column.width).join(" "),
          "--least-width": `${props.leastWidth ?? 0}px`,
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
      onPointerDown={placeChosen}
      onWheel={placeChosen}
    >
      <TableHead columns={columns} sort={props.sort} onSort={props.onSort} />
      <div role="rowgroup" className={styles.body} style={{ height: space.height }}>
        {range(first, last).map((index) => {
          const row = rows.rowAt(index);
          return (
            <TableRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              row={row}
              columns={columns}
              top={space.topOf(index, scrollTop)}
              height={ROW_HEIGHT}
              atCursor={index === cursorIndex}
              selected={row !== undefined && keyOf(row) === selected}
              onClick={(clicked) => moveTo(clicked, true)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Both ends included. */
function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
