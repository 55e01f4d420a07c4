import { sql } from "kysely";
import type { CampaignId } from "../../../shared/ids";
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
    const { quotaMinutes } = await this.#settings.get();
    const { rows } = await sql<{ used: number }>`
      select coalesce(sum(minutes), 0) as used from usage
      where day between ${monthOf(now)} and ${lastDayOf(now)}`.execute(this.#handles.reading);
    return { quota: quotaMinutes, used: rows[0]?.used ?? 0 };
  }

  /** Minutes kept for campaigns that run: a whole one for each contact that has not ended. */
  async reservedMinutes(): Promise<number> {
    const reserved = await reservedByCampaign(this.#handles.reading);
    return [...reserved.values()].reduce((sum, minutes) => sum + minutes, 0);
  }

  /** The month of `now`; what is left is the carrier's to say. */
  async month(now: Instant): Promise<Omit<Usage, "balance">> {
    const { reading } = this.#handles;
    const { quota, used } = await this.minutes(now);
    const reserved = await reservedByCampaign(reading);
    const reservedMinutes = [...reserved.values()].reduce((sum, minutes) => sum + minutes, 0);
    const perDay = await usageByDay(reading, now);
    return {
      month: monthOf(now),
      quotaMinutes: quota,
      usedMinutes: used,
      reservedMinutes,
      remainingMinutes: Math.max(0, quota - used - reservedMinutes),
      calls: perDay.reduce((sum, day) => sum + day.calls, 0),
      cost: null,
      perDay,
      perCampaign: await usageByCampaign(reading, now, reserved),
    };
  }
}

async function reservedByCampaign(database: Database): Promise<Map<CampaignId, number>> {
  const { rows } = await sql<{ id: CampaignId; minutes: number }>`
    select campaign_id as id, total - completed - failed as minutes
    from campaign_progress join campaign on campaign.id = campaign_id
    where campaign.status = 'IN_PROGRESS'`.execute(database);
  return new Map(rows.map(({ id, minutes }) => [id, minutes]));
}

async function usageByDay(database: Database, now: Instant): Promise<Usage["perDay"]> {
  const { rows } = await sql<Usage["perDay"][number]>`
    select day, sum(minutes) as minutes, sum(calls) as calls from usage
    where day between ${monthOf(now)} and ${lastDayOf(now)}
    group by day
    order by day`.execute(database);
  return rows;
}

async function usageByCampaign(
  database: Database,
  now: Instant,
  reserved: ReadonlyMap<CampaignId, number>,
): Promise<Usage["perCampaign"]> {
  const { rows } = await sql<Omit<Usage["perCampaign"][number], "reservedMinutes">>`
    select campaign.id as campaignId, campaign.name,
      coalesce(sum(usage.minutes), 0) as minutes, coalesce(sum(usage.calls), 0) as calls
    from campaign
    left join usage on usage.campaign_id = campaign.id
      and usage.day between ${monthOf(now)} and ${lastDayOf(now)}
    group by campaign.id
    having calls > 0 or campaign.status = 'IN_PROGRESS'
    order by minutes desc, campaign.id desc`.execute(database);
  return rows.map((row) => ({ ...row, reservedMinutes: reserved.get(row.campaignId) ?? 0 }));
}

/** First day of the month in UTC: "2026-11-01". */
function monthOf(now: Instant): string {
  return `${new Date(now).toISOString().slice(0, 7)}-01`;
}

/** As text it lies after each day of the month and before the next month. */
function lastDayOf(now: Instant): string {
  return `${new Date(now).toISOString().slice(0, 7)}-31`;
}
