import { Anchor, Button } from "@mantine/core";
import { Link } from "wouter";
import type { Audience } from "../../../../shared/audience";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { ListPage } from "../../../ui/ListPage";
import { Loading } from "../../../ui/Loading";
import { PageHeader } from "../../../ui/PageHeader";
import { useImportDialog } from "../import/import-dialog";
import { paths } from "../paths";
import { useFileDrop } from "../../../api/use-file-drop";
import { AudienceActions } from "./AudienceActions";
import { ContactTable } from "./ContactTable";

export function AudienceDetailPage({ id }: { readonly id: number }) {
  const audience = useRequest("audiences.get", { id });
  useEvent("audiences.changed", audience.refresh);

  if (audience.error) {
    return (
      <ListPage>
        <BackToList />
        <ErrorNotice
          error={audience.error}
          action={<Button onClick={audience.refresh}>Try again</Button>}
        />
      </ListPage>
    );
  }
  if (!audience.value) return <Loading what="the audience" />;
  return <LoadedAudience audience={audience.value} />;
}

function LoadedAudience({ audience }: { readonly audience: Audience }) {
  const openImport = useImportDialog((state) => state.open);
  const drop = useFileDrop((path) => openImport({ path, appendTo: audience.id }));
  return (
    <ListPage {...drop.target} over={drop.over}>
      <PageHeader
        above={<BackToList />}
        title={audience.name}
        below={`${formatNumberOf(audience.contacts, "contact")} · ${needWords(audience)}`}
      />
      <AudienceActions audience={audience} />
      <ContactTable audience={audience} />
    </ListPage>
  );
}

function BackToList() {
  return (
    <Anchor component={Link} href={paths.list} size="sm">
      ‹ Audiences
    </Anchor>
  );
}

function needWords({ neededBy }: Audience): string {
  return neededBy.length === 0
    ? "needed by no campaign"
    : `needed by ${formatNumberOf(neededBy.length, "campaign")}: ${neededBy.join(", ")}`;
}
