import type { Selectable } from "kysely";
import { pauseReason, type Campaign, type CampaignFigures } from "../../../shared/campaign";
import type { Schema } from "../schema";
import { storedDialing } from "./stored-dialing";

/** A campaign as it is kept; the engine adds what is live. */
export type StoredCampaign = Omit<Campaign, "live"> & { readonly figures: CampaignFigures };

export function storedCampaign(
  row: Selectable<Schema["campaign"]>,
  figures: CampaignFigures,
): StoredCampaign {
  const { schedule_local: local, schedule_zone: timeZone } = row;
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    pauseReason: row.pause_reason === null ? null : pauseReason.parse(JSON.parse(row.pause_reason)),
    flowId: row.flow_id,
    flowName: row.flow_name,
    audienceId: row.audience_id,
    audienceName: row.audience_name,
    scheduledStart: local === null || timeZone === null ? null : { local, timeZone },
    startsAt: row.starts_at,
    startProblem: row.start_problem,
    dialing: storedDialing(row.dialing),
    callerId: row.caller_id,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    figures,
  };
}
