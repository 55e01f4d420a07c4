import type { ContactSelection, ContactView } from "../../../shared/contact";
import type { Instant } from "../../../shared/instant";
import type { AudienceExtent } from "./extent";

/** A view of an audience at one of its revisions. */
export interface ListedView {
  readonly audience: AudienceExtent;
  /** Another one whenever a contact of the audience has changed. */
  readonly revision: number;
  readonly view: ContactView;
  readonly now: Instant;
}

/** Both directions are one list, read from either end. */
export function keyOf({ audience, revision, view }: ListedView): string {
  const { id, contacts, lastContactId } = audience;
  return JSON.stringify([id, contacts, lastContactId, revision, { ...view, descending: false }]);
}

export function isEverybody({ search, filters }: ContactSelection): boolean {
  return search.trim() === "" && Object.values(filters).every((filter) => filter === null);
}

/** Whether calls, or changes of the do-not-call list, make other contacts of those it shows. */
export function changesWithCalls({ filters }: ContactSelection): boolean {
  return filters.doNotCall !== null || filters.calledBefore !== null;
}
