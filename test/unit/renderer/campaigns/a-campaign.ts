import {
  campaign,
  DEFAULT_DIALING,
  type Campaign,
  type CampaignFigures,
  type LiveFigures,
} from "../../../../src/shared/campaign";

const FIGURES: CampaignFigures = {
  total: 24,
  pending: 24,
  waitingForRetry: 0,
  inProgress: 0,
  unresolved: 0,
  completed: 0,
  failed: 0,
  outcomes: {},
};

interface Described extends Partial<Omit<Campaign, "id" | "live">> {
  readonly id?: number;
  readonly figures?: Partial<CampaignFigures>;
  readonly live?: Partial<LiveFigures>;
}

/** A draft of 24 contacts, but for what is said otherwise. */
export function aCampaign({ figures, live, ...described }: Described = {}): Campaign {
  const id = described.id ?? 1;
  const status = described.status ?? "DRAFT";
  return campaign.parse({
    name: `Campaign ${id}`,
    pauseReason: null,
    flowId: 1,
    flowName: "Renewal script",
    audienceId: 1,
    audienceName: "Spring list",
    scheduledStart: null,
    startsAt: null,
    startProblem: null,
    dialing: DEFAULT_DIALING,
    callerId: null,
    createdAt: id,
    startedAt: null,
    endedAt: null,
    ...described,
    id,
    status,
    live: {
      campaignId: id,
      status,
      figures: { ...FIGURES, ...figures },
      activeCalls: 0,
      actualCallsPerMinute: 0,
      binding: { kind: "none" },
      expectedFinish: null,
      ...live,
    },
  });
}
