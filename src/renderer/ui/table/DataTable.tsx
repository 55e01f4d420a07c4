import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useEffect,
  useId,
  useRef,
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
import { rememberedScroll, rememberScroll } from "./remembered-scroll";
import { cursorAfter } from "./row-cursor";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { useRowsKeepPlace } from "./use-rows-keep-place";

const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 32;

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
  const scroll = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<{ index: number; key: RowKey | null } | null>(null);

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: () => rememberedScroll(placeName),
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => rows.show(first, last), [rows, first, last]);
  const { placeChosen, onPointerEnter, onPointerLeave } = useRowsKeepPlace(
    rows,
    scroll,
    ROW_HEIGHT,
  );

  /** The row may have moved since the cursor was set on it. */
  const cursorIndex =
    cursor === null
      ? null
      : ((cursor.key === null ? null : rows.indexOf(cursor.key)) ?? cursor.index);

  const moveTo = (index: number, select: boolean) => {
    const row = rows.rowAt(index);
    setCursor({ index, key: row === undefined ? null : keyOf(row) });
    virtual.scrollToIndex(index);
    if (select && row !== undefined) onSelect?.(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    placeChosen();
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const onScreen = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
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
      ref={scroll}
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
      onScroll={(event) => rememberScroll(placeName, event.currentTarget.scrollTop)}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
      onPointerDown={placeChosen}
      onWheel={placeChosen}
    >
      <TableHead columns={columns} sort={props.sort} onSort={props.onSort} />
      <div role="rowgroup" className={styles.body} style={{ height: total * ROW_HEIGHT }}>
        {items.map((item) => {
          const row = rows.rowAt(item.index);
          return (
            <TableRow
              key={item.key}
              id={`${id}-${item.index}`}
              index={item.index}
              row={row}
              columns={columns}
              top={item.start - HEAD_HEIGHT}
              height={ROW_HEIGHT}
              atCursor={item.index === cursorIndex}
              selected={row !== undefined && keyOf(row) === selected}
              onClick={(index) => moveTo(index, true)}
            />
          );
        })}
      </div>
    </div>
  );
}
