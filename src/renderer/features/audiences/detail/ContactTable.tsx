import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import type { Audience } from "../../../../shared/audience";
import type { Contact } from "../../../../shared/contact";
import { request } from "../../../api/client";
import { CutText } from "../../../ui/CutText";
import { EmptyState } from "../../../ui/EmptyState";
import { formatNumberOf } from "../../../ui/format";
import { ListTable, ListToolbar } from "../../../ui/ListPage";
import { SearchField } from "../../../ui/SearchField";
import type { Column } from "../../../ui/table/columns";
import { DataTable } from "../../../ui/table/DataTable";
import { usePagedRows } from "../../../api/use-paged-rows";
import { useImportDialog } from "../import/import-dialog";

/** Long enough to finish a word, short enough not to be noticed. */
const TYPING_PAUSE_MS = 150;

export function ContactTable({ audience }: { readonly audience: Audience }) {
  const { id, contacts, variables } = audience;
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const rows = usePagedRows<Contact>(
    JSON.stringify([id, search]),
    (offset, limit) => request("audiences.contacts", { id, search, offset, limit }),
    contactKey,
  );
  useEffect(() => rows.refresh(), [rows, contacts]);
  const columns = useMemo(() => columnsFor(variables), [variables]);

  return (
    <>
      <ListToolbar count={rows.total === null ? null : formatNumberOf(rows.total, "contact")}>
        <SearchField label="Search contacts" value={typed} onChange={setTyped} />
      </ListToolbar>
      <ListTable>
        <DataTable
          label="Contacts"
          columns={columns}
          rows={rows}
          keyOf={contactKey}
          leastWidth={360 + 140 * variables.length}
          empty={
            search ? (
              <EmptyState
                title="No contact found"
                actions={
                  <Button variant="default" onClick={() => setTyped("")}>
                    Empty the search
                  </Button>
                }
              >
                Names and numbers are searched: a part of either will do.
              </EmptyState>
            ) : (
              <NoContacts audience={audience} />
            )
          }
        />
      </ListTable>
    </>
  );
}

function NoContacts({ audience }: { readonly audience: Audience }) {
  const openImport = useImportDialog((state) => state.open);
  return (
    <EmptyState
      title="No contacts"
      actions={
        <Button onClick={() => openImport({ path: null, appendTo: audience.id })}>
          Append CSV…
        </Button>
      }
    >
      This audience is empty. Append a CSV file to it.
    </EmptyState>
  );
}

const contactKey = ({ id }: Contact) => id;

function columnsFor(variables: readonly string[]): readonly Column<Contact>[] {
  return [
    {
      title: "Name",
      width: "minmax(160px, 2fr)",
      cell: ({ name }) => <CutText>{name || "–"}</CutText>,
    },
    { title: "Phone", width: "144px", cell: ({ phone }) => phone },
    ...variables.map((variable) => ({
      title: variable,
      width: "minmax(120px, 1fr)",
      cell: ({ variables: values }: Contact) => <CutText>{values[variable] ?? ""}</CutText>,
    })),
  ];
}
