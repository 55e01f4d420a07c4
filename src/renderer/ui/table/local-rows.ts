import { useMemo } from "react";
import type { RowKey, TableRows } from "./columns";

/** Rows for a `DataTable` that are all here already. */
export function useLocalRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => RowKey,
): TableRows<Row> {
  return useMemo(
    () => ({
      total: rows.length,
      error: null,
      moved: 0,
      rowAt: (index) => rows[index],
      indexOf: (key) => {
        const index = rows.findIndex((row) => keyOf(row) === key);
        return index < 0 ? undefined : index;
      },
      show: () => undefined,
      refresh: () => undefined,
    }),
    [rows, keyOf],
  );
}
