import { AppFailure } from "../../../shared/app-error";
import type { CampaignDraft, ScheduledStart } from "../../../shared/campaign";
import type { Instant } from "../../../shared/instant";
import { instantOf } from "../../../shared/time-zone";
import type { Database } from "../schema";

/** The columns that Create Campaign fills. @throws AppFailure naming the field that has to be mended */
export async function draftColumns(database: Database, draft: CampaignDraft) {
  const flow = await database
    .selectFrom("flow")
    .select("name")
    .where("id", "=", draft.flowId)
    .executeTakeFirst();
  if (flow === undefined) {
    throw invalid("flowId", "The flow is not there any more.", "Choose another flow.");
  }
  const audience = await database
    .selectFrom("audience")
    .select("name")
    .where("id", "=", draft.audienceId)
    .where("state", "in", ["ready", "appending"])
    .executeTakeFirst();
  if (audience === undefined) {
    throw invalid("audienceId", "The audience is not there any more.", "Choose another audience.");
  }
  const { scheduledStart } = draft;
  return {
    name: draft.name,
    flow_id: draft.flowId,
    flow_name: flow.name,
    audience_id: draft.audienceId,
    audience_name: audience.name,
    dialing: JSON.stringify(draft.dialing),
    caller_id: draft.callerId,
    schedule_local: scheduledStart?.local ?? null,
    schedule_zone: scheduledStart?.timeZone ?? null,
    starts_at: scheduledStart === null ? null : momentOf(scheduledStart),
  };
}

function momentOf({ local, timeZone }: ScheduledStart): Instant {
  try {
    return instantOf(local, timeZone).at;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid("scheduledStart.local", "There is no such date.", "Choose another date.");
  }
}

function invalid(field: string, message: string, advice: string): AppFailure {
  return new AppFailure({ kind: "invalid-input", message, advice, field });
}
