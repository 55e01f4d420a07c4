import { sql } from "kysely";
import type { CampaignFigures } from "../../../shared/campaign";
import type { CampaignId } from "../../../shared/ids";
import { missing } from "../failures";
import type { Database } from "../schema";

export async function figuresOf(database: Database, id: CampaignId): Promise<CampaignFigures> {
  const figures = (await figuresByCampaign(database, id)).get(id);
  if (figures === undefined) throw missing("The campaign");
  return figures;
}

/**
 * Of one campaign, or of every one: from the counters. A draft has none, and all its contacts are
 * pending. One statement, so that the outcomes are of the same moment as the counts.
 */
export async function figuresByCampaign(
  database: Database,
  id: CampaignId | null,
): Promise<Map<CampaignId, CampaignFigures>> {
  const { rows } = await sql<
    Omit<CampaignFigures, "outcomes"> & { id: CampaignId; outcomes: string }
  >`
    select campaign.id,
      coalesce(progress.total, audience.contacts, 0) as total,
      coalesce(progress.unclaimed + progress.returned + progress.waiting, audience.contacts, 0)
        as pending,
      coalesce(progress.waiting, 0) as waitingForRetry,
      coalesce(progress.in_progress, 0) as inProgress,
      coalesce(progress.unresolved, 0) as unresolved,
      coalesce(progress.completed, 0) as completed,
      coalesce(progress.failed, 0) as failed,
      (
        select json_group_object(outcome, contacts) from campaign_outcome
        where campaign_id = campaign.id
      ) as outcomes
    from campaign
    left join campaign_progress as progress on progress.campaign_id = campaign.id
    left join audience on audience.id = campaign.audience_id
    where ${id === null ? sql`true` : sql`campaign.id = ${id}`}`.execute(database);
  return new Map(
    rows.map(({ id: campaignId, outcomes, ...counts }) => [
      campaignId,
      { ...counts, outcomes: JSON.parse(outcomes) as CampaignFigures["outcomes"] },
    ]),
  );
}
