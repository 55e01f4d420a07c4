import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Flow } from "../../../../shared/flow";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { ListPage } from "../../../ui/ListPage";
import { Loading } from "../../../ui/Loading";
import { NamedList } from "../../../ui/NamedList";
import { PageHeader } from "../../../ui/PageHeader";
import { paths } from "../paths";
import { FLOW_COLUMNS } from "./flow-columns";
import { flowsInView, useListView } from "./list-view";

export function FlowListPage() {
  const flows = useRequest("flows.list", null);
  useEvent("flows.changed", flows.refresh);
  const [, navigate] = useLocation();
  const createButton = <Button onClick={() => navigate(paths.create)}>+ Create Flow</Button>;

  return (
    <ListPage>
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
    </ListPage>
  );
}

function FlowTable({ flows }: { readonly flows: readonly Flow[] }) {
  const view = useListView();
  const [, navigate] = useLocation();
  return (
    <NamedList
      noun="flow"
      columns={FLOW_COLUMNS}
      shown={flowsInView(flows, view)}
      keyOf={flowKey}
      search={view.search}
      onSearch={(search) => useListView.setState({ search })}
      sort={view.sort}
      onSort={(sort) => useListView.setState({ sort })}
      onOpen={({ id }) => navigate(paths.edit(id))}
      leastWidth={760}
    />
  );
}

const flowKey = ({ id }: Flow) => id;
