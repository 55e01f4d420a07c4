import { Button, CloseButton, Text } from "@mantine/core";
import type { Removal } from "../../../../shared/do-not-call";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import styles from "./DoNotCallPage.module.css";

interface UndoNoticeProps {
  readonly removal: Removal;
  readonly onUndone: (restored: number) => void;
  readonly onDismiss: () => void;
}

/** Says what was removed, and takes it back. */
export function UndoNotice({ removal, onUndone, onDismiss }: UndoNoticeProps) {
  const undo = useAction(async () => {
    const { removalId } = removal;
    onUndone((await request("doNotCall.undoRemoval", { removalId })).restored);
  });
  return (
    <>
      <div className={styles.notice}>
        <Text role="status">
          {formatNumberOf(removal.removed, "number was", "numbers were")} removed from the list.
        </Text>
        <Button variant="default" size="xs" loading={undo.running} onClick={() => void undo.run()}>
          Undo
        </Button>
        <CloseButton aria-label="Dismiss this message" size="sm" onClick={onDismiss} />
      </div>
      {undo.error && <ErrorNotice error={undo.error} onDismiss={onDismiss} />}
    </>
  );
}
