import { create } from "zustand";
import type { Audience } from "../../../../shared/audience";
import type { SortOrder } from "../../../ui/table/columns";

export type AudienceSort = "name" | "contacts" | "created";

interface ListView {
  readonly search: string;
  readonly sort: SortOrder<AudienceSort>;
}

/** What of the list is shown and how; kept while the application runs. */
export const useListView = create<ListView>(() => ({
  search: "",
  sort: { by: "created", descending: true },
}));

const COMPARE: Readonly<Record<AudienceSort, (a: Audience, b: Audience) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
  contacts: (a, b) => a.contacts - b.contacts,
  created: (a, b) => a.createdAt - b.createdAt,
};

/** The audiences that the view lets through, in its order. */
export function audiencesInView(
  audiences: readonly Audience[],
  { search, sort }: ListView,
): readonly Audience[] {
  const words = search.trim().toLowerCase();
  const direction = sort.descending ? -1 : 1;
  return audiences
    .filter(({ name }) => name.toLowerCase().includes(words))
    .sort((a, b) => direction * COMPARE[sort.by](a, b));
}
