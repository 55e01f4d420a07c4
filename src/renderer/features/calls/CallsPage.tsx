import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRef } from "react";
import type { CallRow } from "../../../shared/call";
import { request } from "../../api/client";
import { useEvent } from "../../api/use-event";
import { usePagedRows } from "../../api/use-paged-rows";
import { CallPane } from "../../player/CallPane";
import { nextUnresolved } from "../../player/next-unresolved";
import { EmptyState } from "../../ui/EmptyState";
import { ListPage } from "../../ui/ListPage";
import { PageHeader } from "../../ui/PageHeader";
import { DataTable } from "../../ui/table/DataTable";
import { callColumns } from "./call-columns";
import styles from "./CallsPage.module.css";
import { CallsToolbar } from "./CallsToolbar";
import { callKey, showEverything, useCallsView } from "./calls-view";
import { useListKeys } from "./use-list-keys";

/** Long enough to finish a word, short enough not to be noticed. */
const TYPING_PAUSE_MS = 150;

export default function CallsPage() {
  const { search: typed, status, outcome, sort, open } = useCallsView();
  const [search] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);

  const query = { search, status, outcome, sort: sort.by, descending: sort.descending };
  const rows = usePagedRows<CallRow>(
    JSON.stringify(query),
    (offset, limit) => request("calls.page", { campaignId: null, ...query, offset, limit }),
    callKey,
  );
  useEvent("calls.changed", () => rows.refresh());
  useEvent("campaign.removed", () => rows.refresh());

  const select = (call: CallRow | null) => useCallsView.setState({ open: call });
  const openNext = async (settled: CallRow) => {
    if (status !== "UNRESOLVED") return;
    select(await nextUnresolved(rows, callKey(settled), { campaignId: null, search, outcome }));
  };
  const columns = callColumns(open !== null, select);
  const isFiltered = search !== "" || status !== null || outcome !== null;
  return (
    <ListPage>
      <PageHeader title="Calls" />
      <CallsToolbar total={rows.total} />
      <div className={styles.split} data-open={open !== null}>
        <div ref={list} className={styles.list}>
          <DataTable
            label="Calls"
            columns={columns}
            rows={rows}
            keyOf={callKey}
            sort={sort}
            onSort={(order) => useCallsView.setState({ sort: order })}
            selected={open && callKey(open)}
            onSelect={select}
            leastWidth={open ? 768 : 1080}
            empty={isFiltered ? <NothingFound /> : <NoCalls />}
          />
        </div>
        {open && (
          <CallPane
            key={callKey(open)}
            call={freshest(rows, open)}
            onClose={() => select(null)}
            onResolved={() => void openNext(open)}
          />
        )}
      </div>
    </ListPage>
  );
}

/** The open call as the list has it by now; a filter may have taken it off the list. */
function freshest(
  rows: { indexOf(key: string): number | undefined; rowAt(index: number): CallRow | undefined },
  open: CallRow,
): CallRow {
  const index = rows.indexOf(callKey(open));
  return (index === undefined ? undefined : rows.rowAt(index)) ?? open;
}

function NoCalls() {
  return (
    <EmptyState title="No calls yet">
      Every contact that a campaign has called appears here, with its recording and transcript.
      Start a campaign to see calls.
    </EmptyState>
  );
}

function NothingFound() {
  return (
    <EmptyState
      title="No call fits"
      actions={
        <Button variant="default" onClick={showEverything}>
          Show all calls
        </Button>
      }
    >
      The search looks at names and numbers.
    </EmptyState>
  );
}
