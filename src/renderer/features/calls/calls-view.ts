import { create } from "zustand";
import type { CallFilter, CallRow, CallSort } from "../../../shared/call";
import type { Outcome } from "../../../shared/outcome";
import type { SortOrder } from "../../ui/table/columns";

interface CallsView {
  readonly search: string;
  /** Null: all. */
  readonly status: CallFilter | null;
  readonly outcome: Outcome | null;
  readonly sort: SortOrder<CallSort>;
  /** The call that is open beside the list. */
  readonly open: CallRow | null;
}

const EVERYTHING = { search: "", status: null, outcome: null } as const;

/** What of the calls is shown and how; kept while the application runs. */
export const useCallsView = create<CallsView>(() => ({
  ...EVERYTHING,
  sort: { by: "time", descending: true },
  open: null,
}));

export function showEverything(): void {
  useCallsView.setState(EVERYTHING);
}

/** A contact has one row in each campaign that has called it. */
export function callKey({ campaignId, contactId }: CallRow): string {
  return `${campaignId}-${contactId}`;
}
