import { create } from "zustand";
import type { Campaign, CampaignStatus } from "../../../../shared/campaign";
import type { SortOrder } from "../../../ui/table/columns";

export type CampaignSort = "name" | "status" | "complete" | "finish";

interface ListView {
  readonly search: string;
  /** Null: all. */
  readonly status: CampaignStatus | null;
  /** Null: newest first. */
  readonly sort: SortOrder<CampaignSort> | null;
}

/** What of the list is shown and how; kept while the application runs. */
export const useListView = create<ListView>(() => ({ search: "", status: null, sort: null }));

/** A third press on a column goes back to newest first. */
export function sortAfter(
  before: ListView["sort"],
  pressed: SortOrder<CampaignSort>,
): ListView["sort"] {
  return before?.by === pressed.by && before.descending ? null : pressed;
}

/** The campaigns that the view lets through, in its order; `campaigns` come newest first. */
export function campaignsInView(
  campaigns: readonly Campaign[],
  { search, status, sort }: ListView,
): readonly Campaign[] {
  const shown = matching(campaigns, search).filter(
    (campaign) => status === null || campaign.status === status,
  );
  if (!sort) return shown;
  const direction = sort.descending ? -1 : 1;
  return [...shown].sort((a, b) => direction * COMPARE[sort.by](a, b));
}

/** How many campaigns each status has among those that the search lets through. */
export function countByStatus(
  campaigns: readonly Campaign[],
  search: string,
): ReadonlyMap<CampaignStatus, number> {
  const counts = new Map<CampaignStatus, number>();
  for (const { status } of matching(campaigns, search)) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

function matching(campaigns: readonly Campaign[], search: string): readonly Campaign[] {
  const words = search.trim().toLowerCase();
  if (!words) return campaigns;
  return campaigns.filter(({ name, audienceName, flowName }) =>
    [name, audienceName, flowName].some((text) => text.toLowerCase().includes(words)),
  );
}

/** Those that need the supervisor's eye come first. */
const STATUS_ORDER: Readonly<Record<CampaignStatus, number>> = {
  IN_PROGRESS: 0,
  PAUSED: 1,
  DRAFT: 2,
  COMPLETED: 3,
  CANCELLED: 4,
};

const COMPARE: Readonly<Record<CampaignSort, (a: Campaign, b: Campaign) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
  status: (a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status],
  complete: (a, b) => shareComplete(a) - shareComplete(b),
  finish: (a, b) => finishOf(a) - finishOf(b),
};

function shareComplete({ live: { figures } }: Campaign): number {
  return figures.total === 0 ? 0 : (figures.completed + figures.failed) / figures.total;
}

/** Campaigns without a known finish come last. */
function finishOf(campaign: Campaign): number {
  return campaign.endedAt ?? campaign.live.expectedFinish ?? Number.MAX_SAFE_INTEGER;
}
