/** A row as it stands in a file of any kind. */
export interface SourceRow {
  /** Line in the file on which the row starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the row cannot be read, or null. */
  readonly problem: string | null;
}

export interface SourceRows {
  readonly rows: readonly SourceRow[];
  /** How far the file has been read. */
  readonly bytesRead: number;
}

/** A format but for what its first row is. */
export type Layout<F> = F extends unknown ? Omit<F, "hasHeader"> : never;
