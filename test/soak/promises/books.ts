import type { BrokenPromise } from "./broken";
import { withStoreFile } from "./store-file";

/** Each counter beside what it counts; whatever a query answers is wrong. */
const WRONG_COUNTERS = [
  `select 'contacts by state' as what, progress.campaign_id as campaign,
     json_array(unclaimed, returned, waiting, in_progress, unresolved, completed, failed) as told,
     json_array(
       (select count(*) from contact, campaign
         where campaign.id = progress.campaign_id and contact.audience_id = campaign.audience_id
           and contact.id > progress.enrolled_to),
       sum(status = 'PENDING' and attempts = 0),
       sum(status = 'PENDING' and attempts > 0),
       sum(status = 'IN_PROGRESS'),
       (select count(*) from attempt
         where attempt.campaign_id = progress.campaign_id and state = 'unresolved'),
       sum(status = 'COMPLETED'),
       sum(status = 'FAILED')) as counted
   from campaign_progress as progress
   join campaign_contact as contact on contact.campaign_id = progress.campaign_id
   group by progress.campaign_id
   having told <> counted`,
  `select 'rows of the Calls section' as what, progress.campaign_id as campaign,
     called as told, count(last_attempt_at) as counted
   from campaign_progress as progress
   join campaign_contact as contact on contact.campaign_id = progress.campaign_id
   group by progress.campaign_id
   having told <> counted`,
  `select 'outcomes' as what, counted.campaign_id as campaign,
     coalesce(told.contacts, 0) as told, counted.contacts as counted
   from (select campaign_id, outcome, count(*) as contacts from campaign_contact
         where status in ('COMPLETED', 'FAILED') group by 1, 2) as counted
   full join campaign_outcome as told
     on told.campaign_id = counted.campaign_id and told.outcome = counted.outcome
   where told.contacts is not counted.contacts`,
  `select 'call minutes' as what, null as campaign,
     (select json_array(coalesce(sum(minutes), 0), coalesce(sum(calls), 0)) from usage) as told,
     (select json_array(coalesce(sum(max(1, (duration_seconds + 59) / 60)), 0), count(*))
       from attempt where outcome in ('talked', 'hung_up_immediately', 'machine')) as counted
   where told <> counted`,
  `select 'open attempts' as what, contact.campaign_id as campaign,
     count(*) as told, 1 as counted
   from campaign_contact as contact
   left join attempt on attempt.campaign_id = contact.campaign_id
     and attempt.contact_id = contact.contact_id and attempt.ended_at is null
   group by contact.campaign_id, contact.contact_id
   having sum(attempt.id is not null) <> (contact.status = 'IN_PROGRESS')
     or (contact.status = 'IN_PROGRESS' and max(attempt.id) is not contact.open_attempt_id)`,
];

interface Wrong {
  readonly what: string;
  readonly campaign: number | null;
  readonly told: unknown;
  readonly counted: unknown;
}

/** Holds the counters in the file against the rows that they count. */
export async function checkBooks(dataFolder: string): Promise<readonly BrokenPromise[]> {
  return withStoreFile(dataFolder, async (rows) => {
    const found = await Promise.all(WRONG_COUNTERS.map((sql) => rows<Wrong>(sql)));
    return found.flat().map(({ what, campaign, told, counted }) => ({
      promise: "every counter is right",
      detail: `campaign ${campaign}, ${what}: told ${String(told)}, counted ${String(counted)}`,
    }));
  });
}
