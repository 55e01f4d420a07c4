import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { PagedRows, type LoadPage } from "./paged-rows";
import type { RowKey } from "./places-moved";

/**
 * Rows for a `DataTable`, fetched page by page. `queryKey` names what is asked for (filters, sort):
 * with another key the list begins anew, and the old one stays on screen until the new one is there.
 */
export function usePagedRows<Row>(
  queryKey: string,
  load: LoadPage<Row>,
  keyOf: (row: Row) => RowKey,
): PagedRows<Row> {
  // The key stands for `load` and `keyOf`, which are made anew with each render.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const wanted = useMemo(() => new PagedRows(load, keyOf), [queryKey]);
  const [shown, setShown] = useState(wanted);

  useSyncExternalStore(shown.subscribe, shown.version);
  useEffect(() => {
    if (wanted === shown) return;
    const take = () => setShown(wanted);
    const end = wanted.subscribe(take);
    wanted.show(0, 0);
    return end;
  }, [wanted, shown]);

  return shown;
}
