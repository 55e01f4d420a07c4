import { ActionIcon, Button, Menu, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Audience } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { useSavedFile } from "../../../api/use-saved-file";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { ContactDialog } from "../contact/ContactDialog";
import { DuplicateDialog } from "../copying/DuplicateDialog";
import { SplitDialog } from "../copying/SplitDialog";
import { useImportDialog } from "../import/import-dialog";
import { paths } from "../paths";
import styles from "./AudienceDetailPage.module.css";
import { isFiltered, useContactsView } from "./contacts-view";
import { RenameDialog } from "./RenameDialog";

type OpenDialog = "add" | "rename" | "duplicate" | "split" | null;

/** What can be done with the audience, and what came of it. */
export function AudienceActions({ audience }: { readonly audience: Audience }) {
  const { id } = audience;
  const [, navigate] = useLocation();
  const openImport = useImportDialog((state) => state.open);
  const [dialog, setDialog] = useState<OpenDialog>(null);
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
        <Button variant="default" onClick={() => setDialog("add")}>
          Add contact…
        </Button>
        <Button variant="default" loading={save.running} onClick={() => void save.run()}>
          Export CSV…
        </Button>
        <Button variant="default" disabled={remove.running} onClick={() => void remove.run()}>
          Delete…
        </Button>
        <Menu position="bottom-start">
          <Menu.Target>
            <ActionIcon aria-label="More for this audience">
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setDialog("rename")}>Rename…</Menu.Item>
            <Menu.Item onClick={() => setDialog("duplicate")}>Duplicate…</Menu.Item>
            <Menu.Item disabled={audience.contacts < 2} onClick={() => setDialog("split")}>
              Split…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {save.words && <Text role="status">{save.words}</Text>}
      </div>
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      {remove.error && <ErrorNotice error={remove.error} onDismiss={remove.clearError} />}
      <AudienceDialog open={dialog} audience={audience} onClose={() => setDialog(null)} />
    </>
  );
}

interface AudienceDialogProps {
  readonly open: OpenDialog;
  readonly audience: Audience;
  readonly onClose: () => void;
}

function AudienceDialog({ open, audience, onClose }: AudienceDialogProps) {
  const { search, filters } = useContactsView(audience.id);
  switch (open) {
    case "add":
      return <ContactDialog audience={audience} contact={null} onClose={onClose} />;
    case "rename":
      return <RenameDialog audience={audience} onClose={onClose} />;
    case "duplicate":
      return <DuplicateDialog audience={audience} onClose={onClose} />;
    case "split": {
      const selection = isFiltered({ search, filters }) ? { search, filters } : null;
      return <SplitDialog audience={audience} selection={selection} onClose={onClose} />;
    }
    case null:
      return null;
  }
}

function deletion({ name, contacts }: Audience) {
  return {
    title: `Delete the audience “${name}”?`,
    message: `Its ${formatNumberOf(contacts, "contact")} will be deleted for good. Campaigns that have ended keep their calls.`,
    confirmLabel: "Delete",
    permanent: true,
  };
}
