import { create } from "zustand";
import type { CallQuery, CallRow, CallSort } from "../../../../shared/call";
import type { CampaignId } from "../../../../shared/ids";
import type { SortOrder } from "../../../ui/table/columns";

/** What a campaign's Calls section shows and how. */
export interface CallsView {
  readonly search: string;
  readonly status: CallQuery["status"];
  readonly outcome: CallQuery["outcome"];
  readonly sort: SortOrder<CallSort>;
  /** The call that is open beside the table. */
  readonly open: CallRow | null;
}

const AT_FIRST: CallsView = {
  search: "",
  status: null,
  outcome: null,
  sort: { by: "time", descending: true },
  open: null,
};

/** Each campaign's own view, kept while the application runs. */
const useCallsViews = create<{ readonly views: ReadonlyMap<CampaignId, CallsView> }>(() => ({
  views: new Map(),
}));

export function useCallsView(id: CampaignId): CallsView {
  return useCallsViews((state) => state.views.get(id) ?? AT_FIRST);
}

export function changeCallsView(id: CampaignId, change: Partial<CallsView>): void {
  useCallsViews.setState(({ views }) => ({
    views: new Map(views).set(id, { ...(views.get(id) ?? AT_FIRST), ...change }),
  }));
}

/** A third press on a column goes back to the latest calls first. */
export function callSortAfter(
  before: SortOrder<CallSort>,
  pressed: SortOrder<CallSort>,
): SortOrder<CallSort> {
  return before.by === pressed.by && before.descending ? AT_FIRST.sort : pressed;
}

export function isFiltered({ search, status, outcome }: CallsView): boolean {
  return search !== "" || status !== null || outcome !== null;
}

export const NO_FILTER = { search: "", status: null, outcome: null } as const;
