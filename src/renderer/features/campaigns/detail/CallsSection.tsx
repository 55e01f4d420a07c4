import { Title } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import type { CallRow } from "../../../../shared/call";
import type { Campaign } from "../../../../shared/campaign";
import { request } from "../../../api/client";
import type { PagedRows } from "../../../api/paged-rows";
import { useEvent } from "../../../api/use-event";
import { usePagedRows } from "../../../api/use-paged-rows";
import { CallPane } from "../../../player/CallPane";
import { nextUnresolved } from "../../../player/next-unresolved";
import { DataTable } from "../../../ui/table/DataTable";
import { callColumns, type TableRoom } from "./call-columns";
import { CallsToolbar } from "./CallsToolbar";
import { callSortAfter, changeCallsView, useCallsView } from "./calls-view";
import styles from "./CallsSection.module.css";
import { NoCalls } from "./NoCalls";

/** Every contact that has been called, with what came of it, its transcript and its recording. */
export function CallsSection({ campaign }: { readonly campaign: Campaign }) {
  const view = useCallsView(campaign.id);
  const rows = useCallRows(campaign);
  const open = view.open && newest(rows, view.open);
  const select = (row: CallRow | null) => changeCallsView(campaign.id, { open: row });
  const openNext = async (settled: CallRow) => {
    if (view.status !== "UNRESOLVED") return;
    const { search, outcome } = view;
    const among = { campaignId: campaign.id, search, outcome };
    select(await nextUnresolved(rows, contactOf(settled), among));
  };
  const columns = callColumns(useTableRoom(open !== null), select);

  return (
    <section aria-label="Calls" className={styles.section}>
      <div className={styles.heading}>
        <Title order={2}>Calls</Title>
        <CallsToolbar campaign={campaign} total={rows.total} />
      </div>
      <div className={styles.split} data-open={open !== null}>
        <div className={styles.tableSlot}>
          <div className={styles.table}>
            <DataTable
              label="Calls"
              placeName={`calls of campaign ${campaign.id}`}
              columns={columns}
              rows={rows}
              keyOf={contactOf}
              sort={view.sort}
              onSort={(pressed) =>
                changeCallsView(campaign.id, { sort: callSortAfter(view.sort, pressed) })
              }
              selected={open?.contactId ?? null}
              onSelect={select}
              leastWidth={500}
              empty={<NoCalls campaign={campaign} />}
            />
          </div>
        </div>
        {open && (
          <div className={styles.pane} ref={bringIntoView}>
            <CallPane
              call={open}
              onClose={() => select(null)}
              onResolved={() => void openNext(open)}
            />
          </div>
        )}
      </div>
    </section>
  );
}

/** See the widths in CallsSection.module.css. */
function useTableRoom(open: boolean): TableRoom {
  const beside = useMediaQuery("(min-width: 1280px)");
  const roomy = useMediaQuery("(min-width: 1600px)");
  if (open && beside && !roomy) return "least";
  return beside ? "wide" : "narrow";
}

/** Below the table, on a narrow window, a call that opens might stand outside of it. */
function bringIntoView(pane: HTMLElement | null): void {
  pane?.scrollIntoView({ block: "nearest" });
}

const contactOf = (row: CallRow) => row.contactId;

function useCallRows({ id }: Campaign): PagedRows<CallRow> {
  const { search, status, outcome, sort } = useCallsView(id);
  const [typed] = useDebouncedValue(search, 150);
  const query = {
    campaignId: id,
    search: typed,
    status,
    outcome,
    sort: sort.by,
    descending: sort.descending,
  };
  const rows = usePagedRows(
    JSON.stringify(query),
    (offset, limit) => request("calls.page", { ...query, offset, limit }),
    contactOf,
  );
  useEvent("calls.changed", (changed) => {
    if (changed.campaignId === id) rows.refresh();
  });
  return rows;
}

/** The row as it was fetched last: the open call may have moved out of what has been fetched. */
function newest(rows: PagedRows<CallRow>, row: CallRow): CallRow {
  const index = rows.indexOf(row.contactId);
  return (index === undefined ? undefined : rows.rowAt(index)) ?? row;
}
