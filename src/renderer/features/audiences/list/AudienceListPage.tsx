import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Audience } from "../../../../shared/audience";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { ListPage } from "../../../ui/ListPage";
import { Loading } from "../../../ui/Loading";
import { NamedList } from "../../../ui/NamedList";
import { PageHeader } from "../../../ui/PageHeader";
import { useImportDialog } from "../import/import-dialog";
import { paths } from "../paths";
import { useFileDrop } from "../../../api/use-file-drop";
import { AUDIENCE_COLUMNS } from "./audience-columns";
import { audiencesInView, useListView } from "./list-view";

export function AudienceListPage() {
  const audiences = useRequest("audiences.list", null);
  useEvent("audiences.changed", audiences.refresh);
  const openImport = useImportDialog((state) => state.open);
  const drop = useFileDrop((path) => openImport({ path, appendTo: null }));
  const importButton = (
    <Button onClick={() => openImport({ path: null, appendTo: null })}>+ Import CSV</Button>
  );

  return (
    <ListPage {...drop.target} over={drop.over}>
      <PageHeader title="Audiences" below="Drop a CSV file anywhere on this page to import it.">
        {importButton}
      </PageHeader>
      {audiences.error && (
        <ErrorNotice
          error={audiences.error}
          action={<Button onClick={audiences.refresh}>Try again</Button>}
        />
      )}
      {!audiences.value && !audiences.error && <Loading what="audiences" />}
      {audiences.value?.length === 0 && (
        <EmptyState title="No audiences yet" actions={importButton}>
          An audience is the list of contacts that a campaign calls. Import one from a CSV file with
          a column of phone numbers.
        </EmptyState>
      )}
      {audiences.value && audiences.value.length > 0 && (
        <AudienceTable audiences={audiences.value} />
      )}
    </ListPage>
  );
}

function AudienceTable({ audiences }: { readonly audiences: readonly Audience[] }) {
  const view = useListView();
  const [, navigate] = useLocation();
  return (
    <NamedList
      noun="audience"
      columns={AUDIENCE_COLUMNS}
      shown={audiencesInView(audiences, view)}
      keyOf={audienceKey}
      search={view.search}
      onSearch={(search) => useListView.setState({ search })}
      sort={view.sort}
      onSort={(sort) => useListView.setState({ sort })}
      onOpen={({ id }) => navigate(paths.detail(id))}
      leastWidth={720}
    />
  );
}

const audienceKey = ({ id }: Audience) => id;
