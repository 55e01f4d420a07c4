import { modals } from "@mantine/modals";
import type { ReactNode } from "react";

interface Confirmation {
  /** The question: "Delete the audience Spring?" */
  readonly title: string;
  /** What will happen, in figures. */
  readonly message: ReactNode;
  /** The button that does it, by its verb: "Delete". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** It cannot be undone. */
  readonly permanent?: boolean;
}

/** Asks before something that costs money or cannot be undone. Needs the shell's ModalsProvider. */
export function confirm(question: Confirmation): Promise<boolean> {
  return new Promise((answer) => {
    modals.openConfirmModal({
      title: question.title,
      children: question.message,
      labels: { confirm: question.confirmLabel, cancel: question.cancelLabel ?? "Cancel" },
      confirmProps: question.permanent ? { color: "red.9" } : {},
      onConfirm: () => answer(true),
      onCancel: () => answer(false),
      onClose: () => answer(false),
    });
  });
}
