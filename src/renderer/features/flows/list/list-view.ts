import { create } from "zustand";
import type { Flow } from "../../../../shared/flow";
import type { SortOrder } from "../../../ui/table/columns";

export type FlowSort = "name" | "updated";

interface ListView {
  readonly search: string;
  readonly sort: SortOrder<FlowSort>;
}

/** What of the list is shown and how; kept while the application runs. */
export const useListView = create<ListView>(() => ({
  search: "",
  sort: { by: "updated", descending: true },
}));

const COMPARE: Readonly<Record<FlowSort, (a: Flow, b: Flow) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
  updated: (a, b) => a.updatedAt - b.updatedAt,
};

/** The flows that the view lets through, in its order. */
export function flowsInView(flows: readonly Flow[], { search, sort }: ListView): readonly Flow[] {
  const words = search.trim().toLowerCase();
  const direction = sort.descending ? -1 : 1;
  return flows
    .filter(({ name }) => name.toLowerCase().includes(words))
    .sort((a, b) => direction * COMPARE[sort.by](a, b));
}
