import { create } from "zustand";
import type { AppError } from "../../../shared/app-error";
import type { Campaign, LiveFigures } from "../../../shared/campaign";
import type { CampaignId } from "../../../shared/ids";
import { errorOf, request } from "../../api/client";

/** What the supervisor is being asked before it is done. */
export interface Question {
  readonly kind: "start" | "cancel" | "delete";
  readonly id: CampaignId;
}

/** An action that came to nothing, until it has been read. */
export interface Failure {
  readonly id: CampaignId;
  readonly error: AppError;
}

interface CampaignsState {
  /** Newest first; null before the first answer. */
  readonly campaigns: readonly Campaign[] | null;
  readonly loadError: AppError | null;
  readonly question: Question | null;
  readonly failure: Failure | null;
  /** Campaigns with an action under way. */
  readonly busy: ReadonlySet<CampaignId>;

  readonly load: () => Promise<void>;
  readonly reload: (id: CampaignId) => Promise<void>;
  readonly take: (campaign: Campaign) => void;
  readonly takeLive: (live: LiveFigures) => void;
  readonly forget: (id: CampaignId) => void;
  readonly ask: (question: Question | null) => void;
  readonly fail: (failure: Failure) => void;
  readonly dismissFailure: () => void;
  readonly act: (id: CampaignId, action: CampaignAction) => Promise<boolean>;
}

export type CampaignAction = "start" | "pause" | "resume" | "cancel" | "delete";

/** A copy of what the main process knows, kept fresh by its events; nothing is decided here. */
export const useCampaigns = create<CampaignsState>((set, get) => ({
  campaigns: null,
  loadError: null,
  question: null,
  failure: null,
  busy: new Set(),

  load: async () => {
    try {
      const campaigns = await request("campaigns.list", null);
      set({ campaigns: newestFirst(campaigns), loadError: null });
    } catch (caught) {
      set({ loadError: errorOf(caught) });
    }
  },

  reload: async (id) => {
    const before = liveOf(get().campaigns, id);
    try {
      const campaign = await request("campaigns.get", { id });
      const now = liveOf(get().campaigns, id);
      // Figures that came by event while the answer was under way are the newer ones.
      get().take(now && now !== before ? { ...campaign, live: now } : campaign);
    } catch (caught) {
      if (errorOf(caught).kind === "not-found") get().forget(id);
    }
  },

  take: (campaign) =>
    set(({ campaigns }) => ({
      campaigns: newestFirst([
        ...(campaigns ?? []).filter(({ id }) => id !== campaign.id),
        campaign,
      ]),
    })),

  takeLive: (live) =>
    set(({ campaigns }) => ({
      campaigns:
        campaigns?.map((campaign) =>
          campaign.id === live.campaignId ? { ...campaign, status: live.status, live } : campaign,
        ) ?? null,
    })),

  forget: (id) =>
    set(({ campaigns }) => ({
      campaigns: campaigns?.filter((campaign) => campaign.id !== id) ?? null,
    })),

  ask: (question) => set({ question }),
  fail: (failure) => set({ failure }),
  dismissFailure: () => set({ failure: null }),

  act: async (id, action) => {
    if (get().busy.has(id)) return false;
    set(({ busy }) => ({ busy: new Set(busy).add(id), failure: null }));
    try {
      if (action === "delete") {
        await request("campaigns.delete", { id });
        get().forget(id);
      } else {
        get().take(await request(`campaigns.${action}`, { id }));
      }
      return true;
    } catch (caught) {
      set({ failure: { id, error: errorOf(caught) } });
      return false;
    } finally {
      set(({ busy }) => ({ busy: new Set([...busy].filter((other) => other !== id)) }));
    }
  },
}));

function newestFirst(campaigns: readonly Campaign[]): readonly Campaign[] {
  return [...campaigns].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
}

function liveOf(campaigns: readonly Campaign[] | null, id: CampaignId): LiveFigures | undefined {
  return campaigns?.find((campaign) => campaign.id === id)?.live;
}
