import { Button, Group, Modal } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import type { AddedNumbers, PastedCheck } from "../../../../shared/do-not-call";
import { useTimeZone } from "../../../api/app-info";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { FOR_GOOD, listingOf } from "./chosen-listing";
import styles from "./DoNotCallPage.module.css";
import { ListingFields } from "./ListingFields";
import { PastedNumbers } from "./PastedNumbers";
import { usePastedCheck } from "./use-pasted-check";

interface AddDialogProps {
  readonly onAdded: (result: AddedNumbers) => void;
  readonly onClose: () => void;
}

/** Numbers typed or pasted onto the list. What cannot be read stays in the field, to be mended. */
export function AddDialog({ onAdded, onClose }: AddDialogProps) {
  const zone = useTimeZone();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(FOR_GOOD);
  const { pasted, check, error, isCurrent } = usePastedCheck(text);
  const listing = listingOf(chosen, zone);
  const add = useAction(async () => {
    if (!listing) return;
    const result = await request("doNotCall.add", { ...pasted, ...listing });
    onAdded(result);
    if (result.refused.length === 0) onClose();
    else setText(result.refused.map((refused) => refused.text).join("\n"));
  });
  const ready = isCurrent && check !== null && check.numbers > 0 && listing !== null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready) void add.run();
  };

  return (
    <Modal opened title="Add numbers to the do-not-call list" size="lg" onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit}>
        <PastedNumbers
          text={text}
          onText={setText}
          check={check}
          error={error}
          outcome={outcomeWords(check)}
        />
        <ListingFields value={chosen} onChange={setChosen} />
        {add.error && <ErrorNotice error={add.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.running} disabled={!ready}>
            {check && check.numbers > 0 ? `Add ${formatNumberOf(check.numbers, "number")}` : "Add"}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function outcomeWords(check: PastedCheck | null): string {
  if (check === null) return "No campaign calls a number on this list, from now on.";
  const { numbers, listed } = check;
  if (numbers === 0) return "No number so far.";
  const there =
    listed === 0 ? "none of them is" : formatNumberOf(listed, "of them is", "of them are");
  return `${formatNumberOf(numbers, "number")}; ${there} on the list already.`;
}
