import { Anchor, Button, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { AddedNumbers, DoNotCallEntry, Removal } from "../../../../shared/do-not-call";
import { request } from "../../../api/client";
import { useEvent } from "../../../api/use-event";
import { useFileDrop } from "../../../api/use-file-drop";
import { useRequest } from "../../../api/use-request";
import { useSavedFile } from "../../../api/use-saved-file";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { ListPage } from "../../../ui/ListPage";
import { PageHeader } from "../../../ui/PageHeader";
import { AddDialog } from "./AddDialog";
import styles from "./DoNotCallPage.module.css";
import { EntryDialog } from "./EntryDialog";
import { EntryTable } from "./EntryTable";
import { addedWords, restoredWords, summaryWords } from "./entry-words";
import { ImportDialog } from "./import/ImportDialog";
import { useListView } from "./list-view";
import { paths } from "./paths";
import { RemoveDialog } from "./RemoveDialog";
import { RemoveExpired } from "./RemoveExpired";
import { UndoNotice } from "./UndoNotice";

type Dialog =
  | { readonly kind: "add" | "remove" }
  /** Null: the file is still to be chosen. */
  | { readonly kind: "import"; readonly path: string | null }
  | { readonly kind: "entry"; readonly entry: DoNotCallEntry };

export function DoNotCallPage() {
  const summary = useRequest("doNotCall.summary", null);
  useEvent("doNotCall.changed", summary.refresh);
  const removal = useListView((view) => view.removal);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const save = useSavedFile(() => request("doNotCall.export", null));

  const close = () => setDialog(null);
  const added = (result: AddedNumbers) => setDone(addedWords(result));
  const removed = (made: Removal) => {
    setDone(null);
    useListView.setState({ removal: made });
  };
  const forget = () => useListView.setState({ removal: null });
  const undone = (restored: number) => {
    forget();
    setDone(restoredWords(restored));
  };
  const drop = useFileDrop((path) => setDialog({ kind: "import", path }));
  const waysIn = (
    <>
      <Button onClick={() => setDialog({ kind: "add" })}>Add numbers…</Button>
      <Button variant="default" onClick={() => setDialog({ kind: "import", path: null })}>
        Import a list…
      </Button>
    </>
  );

  return (
    <ListPage {...drop.target} over={drop.over}>
      <PageHeader
        above={
          <Anchor component={Link} href={paths.settings} size="sm">
            ‹ Settings
          </Anchor>
        }
        title="Do-not-call list"
        below={summary.value ? summaryWords(summary.value, Date.now()) : " "}
      />
      <div className={styles.actions}>
        {waysIn}
        <Button variant="default" onClick={() => setDialog({ kind: "remove" })}>
          Remove numbers…
        </Button>
        <Button variant="default" loading={save.running} onClick={() => void save.run()}>
          Export CSV…
        </Button>
        <RemoveExpired summary={summary.value} onRemoved={removed} />
        {save.words && <Text role="status">{save.words}</Text>}
      </div>
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      {summary.error && <ErrorNotice error={summary.error} />}
      {done && <Text role="status">{done}</Text>}
      {removal && <UndoNotice removal={removal} onUndone={undone} onDismiss={forget} />}
      <EntryTable
        onOpen={(entry) => setDialog({ kind: "entry", entry })}
        empty={
          <EmptyState title="No number is on the list" actions={waysIn}>
            No campaign calls a number on this list. Add the numbers of people who asked not to be
            called, or import a list: a file can also be dropped on this page.
          </EmptyState>
        }
      />
      {dialog?.kind === "add" && <AddDialog onAdded={added} onClose={close} />}
      {dialog?.kind === "remove" && (
        <RemoveDialog summary={summary.value} onRemoved={removed} onClose={close} />
      )}
      {dialog?.kind === "import" && <ImportDialog path={dialog.path} onClose={close} />}
      {dialog?.kind === "entry" && (
        <EntryDialog
          entry={dialog.entry}
          summary={summary.value}
          onRemoved={removed}
          onClose={close}
        />
      )}
    </ListPage>
  );
}
