import { Button } from "@mantine/core";
import { EmptyState } from "./EmptyState";
import { formatNumberOf } from "./format";
import { ListTable, ListToolbar } from "./ListPage";
import { SearchField } from "./SearchField";
import type { Column, RowKey, SortOrder } from "./table/columns";
import { DataTable } from "./table/DataTable";
import { useLocalRows } from "./table/local-rows";

interface NamedListProps<Row, Sort extends string> {
  /** What the rows are, one of them: "flow". Its plural takes an s. */
  readonly noun: string;
  readonly columns: readonly Column<Row, Sort>[];
  /** Those that the search lets through, in order. */
  readonly shown: readonly Row[];
  readonly keyOf: (row: Row) => RowKey;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly sort: SortOrder<Sort>;
  readonly onSort: (sort: SortOrder<Sort>) => void;
  readonly onOpen: (row: Row) => void;
  readonly leastWidth: number;
}

/** A list of named things, all of them in memory: searched by name, sorted, opened. */
export function NamedList<Row, Sort extends string>(props: NamedListProps<Row, Sort>) {
  const { noun, shown, keyOf, onSearch, onOpen } = props;
  const rows = useLocalRows(shown, keyOf);
  return (
    <>
      <ListToolbar count={formatNumberOf(shown.length, noun)}>
        <SearchField label={`Search ${noun}s`} value={props.search} onChange={onSearch} />
      </ListToolbar>
      <ListTable>
        <DataTable
          label={`${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`}
          columns={props.columns}
          rows={rows}
          keyOf={keyOf}
          sort={props.sort}
          onSort={props.onSort}
          onSelect={(row) => {
            if (row) onOpen(row);
          }}
          leastWidth={props.leastWidth}
          empty={
            <EmptyState
              title={`No ${noun} is called that`}
              actions={
                <Button variant="default" onClick={() => onSearch("")}>
                  Empty the search
                </Button>
              }
            />
          }
        />
      </ListTable>
    </>
  );
}
