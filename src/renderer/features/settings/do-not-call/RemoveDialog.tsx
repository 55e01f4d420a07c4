import { Button, Group, Modal } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import type { DoNotCallSummary, PastedCheck, Removal } from "../../../../shared/do-not-call";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatCount, formatNumberOf } from "../../../ui/format";
import { stayWords } from "./entry-words";
import styles from "./DoNotCallPage.module.css";
import { PastedNumbers } from "./PastedNumbers";
import { usePastedCheck } from "./use-pasted-check";

interface RemoveDialogProps {
  readonly summary: DoNotCallSummary | null;
  readonly onRemoved: (removal: Removal) => void;
  readonly onClose: () => void;
}

/** Numbers typed or pasted, to be taken off the list: says in figures what that means. */
export function RemoveDialog({ summary, onRemoved, onClose }: RemoveDialogProps) {
  const [text, setText] = useState("");
  const { pasted, check, error, isCurrent } = usePastedCheck(text);
  const remove = useAction(async () => {
    onRemoved(await request("doNotCall.remove", pasted));
    onClose();
  });
  const listed = check?.listed ?? 0;
  const ready = isCurrent && listed > 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready) void remove.run();
  };

  return (
    <Modal opened title="Remove numbers from the do-not-call list" size="lg" onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit}>
        <PastedNumbers
          text={text}
          onText={setText}
          check={check}
          error={error}
          outcome={outcomeWords(check, summary)}
        />
        {remove.error && <ErrorNotice error={remove.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={remove.running} disabled={!ready}>
            {listed > 0 ? `Remove ${formatNumberOf(listed, "number")}` : "Remove"}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function outcomeWords(check: PastedCheck | null, summary: DoNotCallSummary | null): string {
  if (check === null) return "Campaigns may call the numbers again.";
  const { numbers, listed } = check;
  if (listed === 0) {
    return `${formatNumberOf(numbers, "number")}; none of them is on the list.`;
  }
  const stay = summary === null ? "" : `, ${stayWords(summary.numbers - listed)}`;
  return `${formatCount(listed)} of ${formatNumberOf(numbers, "number")} will be removed${stay}. Campaigns may call them again.`;
}
