import { Button, Group, Modal, Text } from "@mantine/core";
import type { DoNotCallEntry, DoNotCallSummary, Removal } from "../../../../shared/do-not-call";
import { useTimeZone } from "../../../api/app-info";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatDayAndTime } from "../../../ui/format";
import { formatPhone } from "../../../ui/phone-number";
import styles from "./DoNotCallPage.module.css";
import { SOURCE_WORDS, stayWords, untilWords } from "./entry-words";
import { useDefaultCountry } from "./home-country";

interface EntryDialogProps {
  readonly entry: DoNotCallEntry;
  readonly summary: DoNotCallSummary | null;
  readonly onRemoved: (removal: Removal) => void;
  readonly onClose: () => void;
}

/** All that is known of one number, and its way off the list. */
export function EntryDialog({ entry, summary, onRemoved, onClose }: EntryDialogProps) {
  const zone = useTimeZone();
  const defaultCountry = useDefaultCountry((state) => state.country);
  const remove = useAction(async () => {
    onRemoved(await request("doNotCall.remove", { text: entry.phone, defaultCountry }));
    onClose();
  });
  return (
    <Modal opened title={formatPhone(entry.phone)} onClose={onClose}>
      <div className={styles.dialog}>
        <dl className={styles.facts}>
          <dt>Not called</dt>
          <dd>{untilWords(entry, zone, Date.now())}</dd>
          <dt>Added</dt>
          <dd>{formatDayAndTime(entry.addedAt, zone)}</dd>
          <dt>Source</dt>
          <dd>{SOURCE_WORDS[entry.source]}</dd>
          <dt>Note</dt>
          <dd dir="auto">{entry.note || "–"}</dd>
        </dl>
        <Text>
          Once it is removed, campaigns may call this number again
          {summary && `; ${stayWords(summary.numbers - 1)}`}.
        </Text>
        {remove.error && <ErrorNotice error={remove.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep on the list
          </Button>
          <Button color="red.9" loading={remove.running} onClick={() => void remove.run()}>
            Remove the number
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
