import { create } from "zustand";
import type { ActivityKind } from "../../../../shared/activity";
import type { CampaignId } from "../../../../shared/ids";

interface ActivityView {
  readonly search: string;
  /** Null: all. */
  readonly kind: ActivityKind | null;
}

export const NO_ACTIVITY_FILTER: ActivityView = { search: "", kind: null };

/** Each campaign's own view, kept while the application runs. */
const useActivityViews = create<{ readonly views: ReadonlyMap<CampaignId, ActivityView> }>(() => ({
  views: new Map(),
}));

export function useActivityView(id: CampaignId): ActivityView {
  return useActivityViews((state) => state.views.get(id) ?? NO_ACTIVITY_FILTER);
}

export function changeActivityView(id: CampaignId, change: Partial<ActivityView>): void {
  useActivityViews.setState(({ views }) => ({
    views: new Map(views).set(id, { ...(views.get(id) ?? NO_ACTIVITY_FILTER), ...change }),
  }));
}
