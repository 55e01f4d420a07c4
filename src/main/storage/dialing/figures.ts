import { sql } from "kysely";
import type { CampaignFigures } from "../../../shared/campaign";
import type { CampaignId } from "../../../shared/ids";
import type { Outcome } from "../../../shared/outcome";
import { missing } from "../failures";
import type { Database } from "../schema";

export async function figuresOf(database: Database, id: CampaignId): Promise<CampaignFigures> {
  const figures = (await figuresByCampaign(database, id)).get(id);
  if (figures === undefined) throw missing("The campaign");
  return figures;
}

/** Of one campaign, or of every one: from the counters. A draft has none, and all its contacts are pending. */
export async function figuresByCampaign(
  database: Database,
  id: CampaignId | null,
): Promise<Map<CampaignId, CampaignFigures>> {
  const { rows } = await sql<Omit<CampaignFigures, "outcomes"> & { id: CampaignId }>`
    select campaign.id,
      coalesce(progress.total, audience.contacts, 0) as total,
      coalesce(progress.unclaimed + progress.returned + progress.waiting, audience.contacts, 0)
        as pending,
      coalesce(progress.waiting, 0) as waitingForRetry,
      coalesce(progress.in_progress, 0) as inProgress,
      coalesce(progress.unresolved, 0) as unresolved,
      coalesce(progress.completed, 0) as completed,
      coalesce(progress.failed, 0) as failed
    from campaign
    left join campaign_progress as progress on progress.campaign_id = campaign.id
    left join audience on audience.id = campaign.audience_id
    where ${ofCampaign("campaign.id", id)}`.execute(database);
  const outcomes = await outcomesByCampaign(database, id);
  return new Map(
    rows.map(({ id: campaignId, ...counts }) => [
      campaignId,
      { ...counts, outcomes: outcomes.get(campaignId) ?? {} },
    ]),
  );
}

async function outcomesByCampaign(
  database: Database,
  id: CampaignId | null,
): Promise<Map<CampaignId, CampaignFigures["outcomes"]>> {
  const { rows } = await sql<{ campaignId: CampaignId; outcome: Outcome; contacts: number }>`
    select campaign_id as campaignId, outcome, contacts from campaign_outcome
    where ${ofCampaign("campaign_id", id)}`.execute(database);
  const outcomes = new Map<CampaignId, CampaignFigures["outcomes"]>();
  for (const { campaignId, outcome, contacts } of rows) {
    outcomes.set(campaignId, { ...outcomes.get(campaignId), [outcome]: contacts });
  }
  return outcomes;
}

function ofCampaign(column: string, id: CampaignId | null) {
  return id === null ? sql`true` : sql`${sql.ref(column)} = ${id}`;
}
