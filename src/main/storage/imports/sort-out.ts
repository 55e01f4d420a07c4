import type { DuplicateRule } from "../../../shared/audience";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { KnownNumbers } from "./known-numbers";
import { merged, type NewContact } from "./new-contact";

export interface SortedOut {
  /** Contacts to be. */
  readonly fresh: readonly NewContact[];
  /** What is said anew of contacts that are there, by their ID. */
  readonly updates: ReadonlyMap<number, NewContact>;
  readonly updatedRows: number;
  /** Lines left out. */
  readonly duplicates: readonly number[];
}

/** What becomes of each row of a batch, by the numbers that are known and what is done with them. */
export function sortOut(
  batch: readonly NewContact[],
  known: KnownNumbers,
  rule: DuplicateRule,
): SortedOut {
  if (rule === "keep") return { fresh: batch, updates: new Map(), updatedRows: 0, duplicates: [] };
  const fresh = new Map<PhoneNumber, NewContact>();
  const updates = new Map<number, NewContact>();
  const duplicates: number[] = [];
  for (const contact of batch) {
    const id = known.contactWith(contact.phone);
    const earlier = id === undefined ? fresh.get(contact.phone) : updates.get(id);
    if (id === undefined && earlier === undefined) fresh.set(contact.phone, contact);
    else if (rule === "skip") duplicates.push(contact.line);
    else if (id === undefined) fresh.set(contact.phone, merged(earlier!, contact));
    else updates.set(id, earlier === undefined ? contact : merged(earlier, contact));
  }
  const updatedRows = batch.length - fresh.size - duplicates.length;
  return { fresh: [...fresh.values()], updates, updatedRows, duplicates };
}
