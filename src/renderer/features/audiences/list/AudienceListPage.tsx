import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Audience } from "../../../../shared/audience";
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
import { useImportDialog } from "../import/import-dialog";
import { paths } from "../paths";
import { useFileDrop } from "../use-file-drop";
import { AUDIENCE_COLUMNS } from "./audience-columns";
import styles from "./AudienceListPage.module.css";
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
    <div {...drop.target} className={styles.page} data-over={drop.over}>
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
    </div>
  );
}

function AudienceTable({ audiences }: { readonly audiences: readonly Audience[] }) {
  const view = useListView();
  const [, navigate] = useLocation();
  const shown = audiencesInView(audiences, view);
  const rows = useLocalRows(shown, audienceKey);

  return (
    <>
      <div className={styles.toolbar}>
        <SearchField
          label="Search audiences"
          value={view.search}
          onChange={(search) => useListView.setState({ search })}
        />
        <span className={styles.count} role="status">
          {formatNumberOf(shown.length, "audience")}
        </span>
      </div>
      <div className={styles.table}>
        <DataTable
          label="Audiences"
          columns={AUDIENCE_COLUMNS}
          rows={rows}
          keyOf={audienceKey}
          sort={view.sort}
          onSort={(sort) => useListView.setState({ sort })}
          onSelect={(audience) => {
            if (audience) navigate(paths.detail(audience.id));
          }}
          leastWidth={720}
          empty={
            <EmptyState
              title="No audience is called that"
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

const audienceKey = ({ id }: Audience) => id;
