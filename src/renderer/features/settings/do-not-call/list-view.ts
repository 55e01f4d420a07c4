import { create } from "zustand";
import type { DoNotCallSort, Removal } from "../../../../shared/do-not-call";
import type { SortOrder } from "../../../ui/table/columns";

interface ListView {
  readonly search: string;
  readonly sort: SortOrder<DoNotCallSort>;
  /** The last one, while it can be undone. */
  readonly removal: Removal | null;
}

/** What of the list is shown and how; kept while the application runs. */
export const useListView = create<ListView>(() => ({
  search: "",
  sort: { by: "added", descending: true },
  removal: null,
}));
