import type { Campaign, CampaignStatus } from "../../../shared/campaign";
import { StatusBadge, type StatusShape, type StatusTone } from "../../ui/StatusBadge";

const LOOKS: Readonly<Record<CampaignStatus, { tone: StatusTone; shape: StatusShape }>> = {
  DRAFT: { tone: "neutral", shape: "hollow" },
  IN_PROGRESS: { tone: "active", shape: "dot" },
  PAUSED: { tone: "warn", shape: "pause" },
  COMPLETED: { tone: "good", shape: "check" },
  CANCELLED: { tone: "neutral", shape: "cross" },
};

export function CampaignStatusBadge({ status }: { readonly status: Campaign["status"] }) {
  return <StatusBadge {...LOOKS[status]} word={status} />;
}
