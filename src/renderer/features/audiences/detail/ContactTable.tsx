import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useLocation } from "wouter";
import type { Audience } from "../../../../shared/audience";
import { EmptyState } from "../../../ui/EmptyState";
import { formatNumberOf } from "../../../ui/format";
import { ListTable, ListToolbar } from "../../../ui/ListPage";
import { SearchField } from "../../../ui/SearchField";
import { DataTable } from "../../../ui/table/DataTable";
import { useImportDialog } from "../import/import-dialog";
import { paths } from "../paths";
import { contactColumns, leastWidthFor } from "./contact-columns";
import { ContactFilterBar } from "./ContactFilterBar";
import {
  changeContactsView,
  contactSortAfter,
  EVERYBODY,
  isFiltered,
  useContactsView,
} from "./contacts-view";
import { contactKey, useContactRows } from "./use-contact-rows";

export function ContactTable({ audience }: { readonly audience: Audience }) {
  const { id, variables } = audience;
  const [, navigate] = useLocation();
  const view = useContactsView(id);
  const { rows, counting, looking } = useContactRows(audience);
  const columns = useMemo(() => contactColumns(variables), [variables]);

  return (
    <>
      <ListToolbar count={looking ? "looking…" : countWords(rows.total, counting)}>
        <SearchField
          label="Search contacts"
          value={view.search}
          onChange={(search) => changeContactsView(id, { search })}
        />
        <ContactFilterBar id={id} />
      </ListToolbar>
      <ListTable>
        <DataTable
          label="Contacts"
          placeName={`contacts of audience ${id}`}
          columns={columns}
          rows={rows}
          keyOf={contactKey}
          sort={view.sort}
          onSort={(pressed) =>
            changeContactsView(id, { sort: contactSortAfter(view.sort, pressed) })
          }
          onSelect={(contact) => {
            if (contact) navigate(paths.contact(id, contact.id));
          }}
          leastWidth={leastWidthFor(variables)}
          empty={
            isFiltered(view) ? <NobodyFound audience={audience} /> : <Nobody audience={audience} />
          }
        />
      </ListTable>
    </>
  );
}

function countWords(total: number | null, counting: boolean): string | null {
  if (total === null) return null;
  return counting ? "counting…" : formatNumberOf(total, "contact");
}

function NobodyFound({ audience }: { readonly audience: Audience }) {
  return (
    <EmptyState
      title="No contact found"
      actions={
        <Button variant="default" onClick={() => changeContactsView(audience.id, EVERYBODY)}>
          Show everybody
        </Button>
      }
    >
      Names and numbers are searched: a part of either will do.
    </EmptyState>
  );
}

function Nobody({ audience }: { readonly audience: Audience }) {
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
      This audience is empty. Append a CSV file to it, or add contacts one by one.
    </EmptyState>
  );
}
