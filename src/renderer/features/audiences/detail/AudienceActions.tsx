import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useLocation } from "wouter";
import type { Audience } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { useImportDialog } from "../import/import-dialog";
import { paths } from "../paths";
import { useSavedFile } from "../../../api/use-saved-file";
import styles from "./AudienceDetailPage.module.css";
import { RenameDialog } from "./RenameDialog";

/** What can be done with the audience, and what came of it. */
export function AudienceActions({ audience }: { readonly audience: Audience }) {
  const { id } = audience;
  const [, navigate] = useLocation();
  const openImport = useImportDialog((state) => state.open);
  const [renaming, rename] = useDisclosure();
  const save = useSavedFile(() => request("audiences.export", { id }));
  const remove = useAction(async () => {
    if (!(await confirm(deletion(audience)))) return;
    await request("audiences.delete", { id });
    navigate(paths.list);
  });

  return (
    <>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => openImport({ path: null, appendTo: id })}>
          Append CSV…
        </Button>
        <Button variant="default" onClick={rename.open}>
          Rename…
        </Button>
        <Button variant="default" loading={save.running} onClick={() => void save.run()}>
          Export CSV…
        </Button>
        <Button variant="default" disabled={remove.running} onClick={() => void remove.run()}>
          Delete…
        </Button>
        {save.words && <Text role="status">{save.words}</Text>}
      </div>
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      {remove.error && <ErrorNotice error={remove.error} onDismiss={remove.clearError} />}
      {renaming && <RenameDialog audience={audience} onClose={rename.close} />}
    </>
  );
}

function deletion({ name, contacts }: Audience) {
  return {
    title: `Delete the audience “${name}”?`,
    message: `Its ${formatNumberOf(contacts, "contact")} will be deleted for good. Campaigns that have ended keep their calls.`,
    confirmLabel: "Delete",
    permanent: true,
  };
}
