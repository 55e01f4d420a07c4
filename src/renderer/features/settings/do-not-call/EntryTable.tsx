import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { ReactNode } from "react";
import { MOST_FOUND, type DoNotCallEntry } from "../../../../shared/do-not-call";
import { request } from "../../../api/client";
import { useEvent } from "../../../api/use-event";
import { usePagedRows } from "../../../api/use-paged-rows";
import { EmptyState } from "../../../ui/EmptyState";
import { formatCount, formatNumberOf } from "../../../ui/format";
import { ListTable, ListToolbar } from "../../../ui/ListPage";
import { SearchField } from "../../../ui/SearchField";
import { DataTable } from "../../../ui/table/DataTable";
import { ENTRY_COLUMNS, entryKey } from "./entry-columns";
import { useListView } from "./list-view";

/** Long enough to finish a number, short enough not to be noticed. */
const TYPING_PAUSE_MS = 150;

interface EntryTableProps {
  readonly onOpen: (entry: DoNotCallEntry) => void;
  readonly empty: ReactNode;
}

export function EntryTable({ onOpen, empty }: EntryTableProps) {
  const { search: typed, sort } = useListView();
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const query = { search, sort: sort.by, descending: sort.descending };
  const rows = usePagedRows<DoNotCallEntry>(
    JSON.stringify(query),
    (offset, limit) => request("doNotCall.page", { ...query, offset, limit }),
    entryKey,
  );
  useEvent("doNotCall.changed", () => rows.refresh());

  return (
    <>
      <ListToolbar count={rows.total === null ? null : countWords(rows.total, search)}>
        <SearchField
          label="Search numbers"
          value={typed}
          onChange={(search) => useListView.setState({ search })}
        />
      </ListToolbar>
      <ListTable>
        <DataTable
          label="Do-not-call list"
          columns={ENTRY_COLUMNS}
          rows={rows}
          keyOf={entryKey}
          sort={sort}
          onSort={(order) => useListView.setState({ sort: order })}
          onSelect={(entry) => {
            if (entry) onOpen(entry);
          }}
          leastWidth={736}
          empty={search === "" ? empty : <NothingFound />}
        />
      </ListTable>
    </>
  );
}

function countWords(total: number, search: string): string {
  if (search !== "" && total === MOST_FOUND) {
    return `The first ${formatCount(total)} that begin so; type more digits`;
  }
  return formatNumberOf(total, "number");
}

function NothingFound() {
  return (
    <EmptyState
      title="No such number on the list"
      actions={
        <Button variant="default" onClick={() => useListView.setState({ search: "" })}>
          Empty the search
        </Button>
      }
    >
      Numbers are found by their beginning, with the country code or without: “+1 415”, “415 555”.
    </EmptyState>
  );
}
