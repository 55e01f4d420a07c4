import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode, SubmitEvent } from "react";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { CopyRunning } from "./CopyRunning";
import type { Copy, useAudienceCopy } from "./use-audience-copy";

interface CopyDialogProps {
  readonly title: string;
  /** The button that does it, by its verb: "Duplicate". */
  readonly verb: string;
  /** Null while the fields cannot be used as they are. */
  readonly copy: Copy | null;
  readonly copying: ReturnType<typeof useAudienceCopy>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of both copies: fields, progress, Cancel. Closed only when nothing is under way. */
export function CopyDialog({ copy, copying, onClose, ...props }: CopyDialogProps) {
  const { start, cancel, progress } = copying;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (copy) void start.run(copy);
  };
  const leave = () => (start.running ? void cancel.run() : onClose());
  return (
    <Modal opened title={props.title} onClose={leave}>
      <form onSubmit={submit}>
        <fieldset disabled={start.running} style={{ all: "unset", display: "contents" }}>
          {props.children}
        </fieldset>
        {start.running && <CopyRunning progress={progress} />}
        {start.error && <ErrorNotice error={start.error} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" disabled={cancel.running} onClick={leave}>
            Cancel
          </Button>
          <Button type="submit" loading={start.running} disabled={!copy}>
            {props.verb}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
