import { Anchor, Button, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { AddedNumbers, DoNotCallEntry, Removal } from "../../../../shared/do-not-call";
import { request } from "../../../api/client";
import { useEvent } from "../../../api/use-event";
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
import { useListView } from "./list-view";
import { paths } from "./paths";
import { RemoveDialog } from "./RemoveDialog";
import { RemoveExpired } from "./RemoveExpired";
import { UndoNotice } from "./UndoNotice";

type Dialog = "add" | "remove" | { readonly entry: DoNotCallEntry } | null;

export function DoNotCallPage() {
  const summary = useRequest("doNotCall.summary", null);
  useEvent("doNotCall.changed", summary.refresh);
  const removal = useListView((view) => view.removal);
  const [dialog, setDialog] = useState<Dialog>(null);
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
  const addButton = <Button onClick={() => setDialog("add")}>Add numbers…</Button>;

  return (
    <ListPage>
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
        {addButton}
        <Button variant="default" onClick={() => setDialog("remove")}>
          Remove numbers…
        </Button>
        <RemoveExpired summary={summary.value} onRemoved={removed} />
        <Button variant="default" loading={save.running} onClick={() => void save.run()}>
          Export CSV…
        </Button>
        {save.words && <Text role="status">{save.words}</Text>}
      </div>
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      {summary.error && <ErrorNotice error={summary.error} />}
      {done && <Text role="status">{done}</Text>}
      {removal && <UndoNotice removal={removal} onUndone={undone} onDismiss={forget} />}
      <EntryTable
        onOpen={(entry) => setDialog({ entry })}
        empty={
          <EmptyState title="No number is on the list" actions={addButton}>
            No campaign calls a number on this list. Add the numbers of people who asked not to be
            called.
          </EmptyState>
        }
      />
      {dialog === "add" && <AddDialog onAdded={added} onClose={close} />}
      {dialog === "remove" && (
        <RemoveDialog summary={summary.value} onRemoved={removed} onClose={close} />
      )}
      {dialog !== null && typeof dialog === "object" && (
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
