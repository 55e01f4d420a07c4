import type { ContactVariables } from "../../shared/contact";
import type { AudienceId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { PhoneNumber } from "../../shared/phone-number";

/** A row of a file, checked and ready to be stored. */
export interface NewContact {
  /** Line in the file, by which a duplicate is told back. */
  readonly line: number;
  readonly name: string;
  readonly phone: PhoneNumber;
  readonly variables: ContactVariables;
}

export type ImportTarget =
  | { readonly kind: "new"; readonly name: string }
  | { readonly kind: "append"; readonly audienceId: AudienceId };

/**
 * Writes contacts beside everything else that happens, on a connection of its own: for a worker.
 * Nobody sees a row before `commit`, and a crash leaves nothing that anybody sees. Batches of some
 * thousands are best. One call at a time; after `commit` or `rollback` the writer is closed.
 */
export interface ContactWriter {
  readonly audienceId: AudienceId;
  /** Lines whose number the audience, or an earlier line, has already: those were not stored. */
  insert(batch: readonly NewContact[]): Promise<{ readonly duplicates: readonly number[] }>;
  commit(): Promise<AudienceId>;
  rollback(): Promise<void>;
}

/**
 * @param file the store's file, which is open in this process already
 * @param variables names of the columns kept as variables, in the file's order
 * @throws AppFailure when the audience is gone, or another import into it is under way
 */
export async function openContactWriter(
  file: string,
  target: ImportTarget,
  variables: readonly string[],
  now: Instant,
): Promise<ContactWriter> {
  throw new Error(`Not built yet: ${file} ${target.kind} ${variables.length} ${now}`);
}
