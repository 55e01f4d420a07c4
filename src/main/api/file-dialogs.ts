/** Kind of file that a dialog offers. */
export interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: string[];
}

/** The system's file dialogs; null when they were closed without a choice. */
export interface FileDialogs {
  open(title: string, kinds: FileKind[]): Promise<string | null>;
  save(title: string, suggestedName: string, kinds: FileKind[]): Promise<string | null>;
}

export const CSV_FILES: FileKind = { name: "CSV", extensions: ["csv", "tsv", "txt"] };
/** What lists of contacts come in. */
export const CONTACT_FILES: FileKind = {
  name: "CSV files and Excel workbooks",
  extensions: ["csv", "tsv", "txt", "xlsx", "xlsm"],
};
