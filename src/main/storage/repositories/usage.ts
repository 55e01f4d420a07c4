import { sql } from "kysely";
import type { Instant } from "../../../shared/instant";
import type { Usage } from "../../../shared/usage";
import type { QuotaBook } from "../../dialing/ports";
import type { Database, Handles } from "../schema";
import type { SettingsRepository } from "./settings";

/** Figures come from counters by day and campaign, never from counting calls. */
export class UsageRepository implements QuotaBook {
  readonly #handles: Handles;
  readonly #settings: SettingsRepository;

  constructor(handles: Handles, settings: SettingsRepository) {
    this.#handles = handles;
    this.#settings = settings;
  }

  async minutes(now: Instant): Promise<{ quota: number; used: number }> {
    const { quotaMinutes } = await this.#settings.read();
    const { rows } = await sql<{ used: number }>`
      select coalesce(sum(minutes), 0) as used from usage
      where day between ${monthOf(now)} and ${lastDayOf(now)}`.execute(this.#handles.reading);
    return { quota: quotaMinutes, used: rows[0]?.used ?? 0 };
  }

  /** The month of `now`: what answered calls billed. */
  async month(now: Instant): Promise<Pick<Usage, "month" | "calls" | "perDay" | "perCampaign">> {
    const { reading } = this.#handles;
    const perDay = await usageByDay(reading, now);
    return {
      month: monthOf(now),
      calls: perDay.reduce((sum, day) => sum + day.calls, 0),
      perDay,
      perCampaign: await usageByCampaign(reading, now),
    };
  }
}

async function usageByDay(database: Database, now: Instant): Promise<Usage["perDay"]> {
  const { rows } = await sql<Usage["perDay"][number]>`
    select day, sum(minutes) as minutes, sum(calls) as calls from usage
    where day between ${monthOf(now)} and ${lastDayOf(now)}
    group by day
    order by day`.execute(database);
  return rows;
}

/** Running campaigns are among them: a whole minute is kept for each contact that has not ended. */
async function usageByCampaign(database: Database, now: Instant): Promise<Usage["perCampaign"]> {
  const { rows } = await sql<Usage["perCampaign"][number]>`
    select campaign.id as campaignId, campaign.name,
      coalesce(sum(usage.minutes), 0) as minutes, coalesce(sum(usage.calls), 0) as calls,
      iif(campaign.status = 'IN_PROGRESS', progress.total - progress.completed - progress.failed, 0)
        as reservedMinutes
    from campaign
    left join campaign_progress as progress on progress.campaign_id = campaign.id
    left join usage on usage.campaign_id = campaign.id
      and usage.day between ${monthOf(now)} and ${lastDayOf(now)}
    group by campaign.id
    having calls > 0 or campaign.status = 'IN_PROGRESS'
    order by minutes desc, campaign.id desc`.execute(database);
  return rows;
}

/** First day of the month in UTC: "2026-11-01". */
function monthOf(now: Instant): string {
  return `${new Date(now).toISOString().slice(0, 7)}-01`;
}

/** As text it lies after each day of the month and before the next month. */
function lastDayOf(now: Instant): string {
  return `${new Date(now).toISOString().slice(0, 7)}-31`;
}
