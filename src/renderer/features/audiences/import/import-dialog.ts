import { create } from "zustand";
import type { AudienceId } from "../../../../shared/ids";

export interface ImportStart {
  /** The file that was dropped; null: it is still to be chosen. */
  readonly path: string | null;
  /** The audience on whose page the import began; null: a new one. */
  readonly appendTo: AudienceId | null;
}

interface ImportDialogState {
  /** Null while the dialog is closed. */
  readonly start: ImportStart | null;
  open(start: ImportStart): void;
  close(): void;
}

export const useImportDialog = create<ImportDialogState>((set) => ({
  start: null,
  open: (start) => set({ start }),
  close: () => set({ start: null }),
}));
