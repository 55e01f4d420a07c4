import { create } from "zustand";
import { NO_FILTERS, type ContactFilters, type ContactSort } from "../../../../shared/contact";
import type { AudienceId } from "../../../../shared/ids";
import type { SortOrder } from "../../../ui/table/columns";

/** Which of an audience's contacts are shown and how. */
export interface ContactsView {
  readonly search: string;
  readonly filters: ContactFilters;
  readonly sort: SortOrder<ContactSort>;
}

const AT_FIRST: ContactsView = {
  search: "",
  filters: NO_FILTERS,
  sort: { by: "added", descending: false },
};

/** Each audience's own view, kept while the application runs. */
const useContactsViews = create<{ readonly views: ReadonlyMap<AudienceId, ContactsView> }>(() => ({
  views: new Map(),
}));

export function useContactsView(id: AudienceId): ContactsView {
  return useContactsViews((state) => state.views.get(id) ?? AT_FIRST);
}

export function changeContactsView(id: AudienceId, change: Partial<ContactsView>): void {
  useContactsViews.setState(({ views }) => ({
    views: new Map(views).set(id, { ...(views.get(id) ?? AT_FIRST), ...change }),
  }));
}

/** A third press on a column goes back to the order of the file. */
export function contactSortAfter(
  before: SortOrder<ContactSort>,
  pressed: SortOrder<ContactSort>,
): SortOrder<ContactSort> {
  return before.by === pressed.by && before.descending ? AT_FIRST.sort : pressed;
}

export function isFiltered({ search, filters }: Pick<ContactsView, "search" | "filters">): boolean {
  return search.trim() !== "" || Object.values(filters).some((filter) => filter !== null);
}

export const EVERYBODY = { search: "", filters: NO_FILTERS } as const;
