import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Flow } from "../../../../shared/flow";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { Loading } from "../../../ui/Loading";
import { PageHeader } from "../../../ui/PageHeader";
import { SearchField } from "../../../ui/SearchField";
import { DataTable } from "../../../ui/table/DataTable";
import { useLocalRows } from "../../../ui/table/local-rows";
import { paths } from "../paths";
import { FLOW_COLUMNS } from "./flow-columns";
import styles from "./FlowListPage.module.css";
import { flowsInView, useListView } from "./list-view";

export function FlowListPage() {
  const flows = useRequest("flows.list", null);
  useEvent("flows.changed", flows.refresh);
  const [, navigate] = useLocation();
  const createButton = <Button onClick={() => navigate(paths.create)}>+ Create Flow</Button>;

  return (
    <div className={styles.page}>
      <PageHeader title="Flows">{createButton}</PageHeader>
      {flows.error && (
        <ErrorNotice
          error={flows.error}
          action={<Button onClick={flows.refresh}>Try again</Button>}
        />
      )}
      {!flows.value && !flows.error && <Loading what="flows" />}
      {flows.value?.length === 0 && (
        <EmptyState title="No flows yet" actions={createButton}>
          A flow says what a call does: what is said, asked and recorded. A campaign needs one.
        </EmptyState>
      )}
      {flows.value && flows.value.length > 0 && <FlowTable flows={flows.value} />}
    </div>
  );
}

function FlowTable({ flows }: { readonly flows: readonly Flow[] }) {
  const view = useListView();
  const [, navigate] = useLocation();
  const shown = flowsInView(flows, view);
  const rows = useLocalRows(shown, flowKey);

  return (
    <>
      <div className={styles.toolbar}>
        <SearchField
          label="Search flows"
          value={view.search}
          onChange={(search) => useListView.setState({ search })}
        />
        <span className={styles.count} role="status">
          {formatNumberOf(shown.length, "flow")}
        </span>
      </div>
      <div className={styles.table}>
        <DataTable
          label="Flows"
          columns={FLOW_COLUMNS}
          rows={rows}
          keyOf={flowKey}
          sort={view.sort}
          onSort={(sort) => useListView.setState({ sort })}
          onSelect={(flow) => {
            if (flow) navigate(paths.edit(flow.id));
          }}
          leastWidth={760}
          empty={
            <EmptyState
              title="No flow is called that"
              actions={
                <Button variant="default" onClick={() => useListView.setState({ search: "" })}>
                  Empty the search
                </Button>
              }
            />
          }
        />
      </div>
    </>
  );
}

const flowKey = ({ id }: Flow) => id;
