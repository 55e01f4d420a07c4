import { defaultSettings } from "../../../src/main/api/default-settings";
import { openStore } from "../../../src/main/storage";
import { connectForImport } from "../../../src/main/storage/open/connect";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import type { AudienceId, CampaignId } from "../../../src/shared/ids";
import { phoneNumber } from "../../../src/shared/phone-number";

const CALLER_ID = phoneNumber.parse("+12025550100");
const CREATED_AT = Date.UTC(2026, 0, 5, 9);
const SUPERVISOR_PAUSED = { kind: "supervisor", message: "The supervisor paused it." };

/** The pace that the campaign goes on at once it is resumed. */
const DIALING = {
  ...DEFAULT_DIALING,
  callsPerMinute: 600,
  maxConcurrentCalls: 200,
  maxRetries: 3,
};

/** Written as rows: dialing three million calls would take days. */
export async function fillStore(file: string, contacts: number): Promise<void> {
  const store = await openStore(file, defaultSettings("practice", "UTC"));
  try {
    const audienceId = 1 as AudienceId;
    await inOneGo(file, audience(contacts));
    const flowId = await store.flows.create(
      {
        name: "Bench",
        content: { kind: "script", steps: [{ kind: "say", text: "Hello", language: "en-US" }] },
      },
      CREATED_AT,
    );
    await store.settings.update({ quotaMinutes: 100_000_000 });
    const id = await store.campaigns.create(
      {
        name: "Bench",
        flowId,
        audienceId,
        scheduledStart: null,
        callerId: CALLER_ID,
        dialing: DIALING,
      },
      CREATED_AT,
    );
    const change = { at: CREATED_AT, activity: { kind: "started", message: "Started." } } as const;
    await store.dialing.changeCampaign(id, { ...change, status: "IN_PROGRESS", pauseReason: null });
    await inOneGo(file, called(id));
  } finally {
    await store.close();
  }
}

async function inOneGo(file: string, statements: readonly string[]): Promise<void> {
  const connection = await connectForImport(file);
  try {
    await connection.script(["begin", ...statements, "commit"].join(";\n"));
  } finally {
    await connection.close();
  }
}

/** Names repeat as they do in life, and their order is not that of the numbers. */
const audience = (contacts: number): string[] => [
  `insert into audience (id, name, variables, state, contacts, last_contact_id, searchable_to, created_at)
   values (1, 'Bench', '["plan"]', 'ready', ${contacts}, ${contacts}, ${contacts}, ${CREATED_AT})`,
  `with recursive line (n) as (select 1 union all select n + 1 from line where n < ${contacts})
   insert into contact (id, audience_id, name, phone, variables)
   select n, 1,
     (json_array('Ada','Bruno','Carla','Dmitri','Elif','Femi','Grace','Hana','Ivan','Jo') ->> (n % 10))
       || ' ' ||
     (json_array('Abel','Brandt','Costa','Diaz','Evans','Fischer','Gruber','Haddad') ->> (n * 7 % 8))
       || ' ' || (n * 7919 % 10000),
     printf('+1%03d%07d', 201 + n % 700, 2000000 + n),
     '{"plan":"Gold"}'
   from line`,
  `insert into contact_text (rowid, text) select id, name || char(10) || phone from contact`,
];

/** Every contact was called three times; of twenty, fourteen are completed, five failed, one waits. */
const called = (id: CampaignId): string[] => [
  `insert into campaign_contact (campaign_id, contact_id, name, phone, status, attempts, not_before,
     last_attempt_at, outcome, duration_seconds, recorded_attempt_id)
   select ${id}, id, name, phone,
     case when id % 20 < 14 then 'COMPLETED' when id % 20 < 19 then 'FAILED' else 'PENDING' end,
     3, iif(id % 20 = 19, ${CREATED_AT}, null), ${CREATED_AT} + (id * 7919 % 1000003) * 2000,
     case when id % 20 < 11 then 'talked' when id % 20 < 14 then 'machine' else 'no_answer' end,
     iif(id % 20 < 14, 5 + id * 31 % 240, null), iif(id % 20 < 11, id * 3, null)
   from contact`,
  `insert into attempt (id, campaign_id, contact_id, number, state, outcome, to_number, from_number,
     sid, intent_at, placed_at, answered_at, ended_at, duration_seconds)
   select contact_id * 3 - 3 + dial.value, campaign_id, contact_id, dial.value, 'ended',
     iif(dial.value = 3, outcome, 'no_answer'), phone, '${CALLER_ID}',
     printf('CA%032d', contact_id * 3 - 3 + dial.value),
     last_attempt_at - (3 - dial.value) * 600000, last_attempt_at - (3 - dial.value) * 600000 + 300,
     iif(dial.value = 3 and duration_seconds is not null, last_attempt_at + 8000, null),
     last_attempt_at - (3 - dial.value) * 600000 + 9000 + coalesce(duration_seconds, 0) * 1000,
     iif(dial.value = 3, duration_seconds, null)
   from campaign_contact cross join json_each('[1,2,3]') as dial`,
  `insert into recording (attempt_id, state, sid, file_name, duration_seconds, transcript_state,
     summary, transcript)
   select recorded_attempt_id, 'ready', printf('RE%032d', recorded_attempt_id),
     recorded_attempt_id || '.wav', duration_seconds, 'ready',
     'Asked about the invoice and will call back about line ' || contact_id || '.', '[]'
   from campaign_contact where recorded_attempt_id is not null`,
  `insert into campaign_outcome (campaign_id, outcome, contacts)
   select ${id}, outcome, count(*) from campaign_contact
   where status in ('COMPLETED', 'FAILED') group by outcome`,
  `update campaign_progress set
     enrolled_to = last_contact_id,
     unclaimed = 0,
     waiting = (select count(*) from campaign_contact where status = 'PENDING'),
     completed = (select count(*) from campaign_contact where status = 'COMPLETED'),
     failed = (select count(*) from campaign_contact where status = 'FAILED'),
     called = total,
     last_event_at = (select max(ended_at) from attempt)`,
  `update campaign set status = 'PAUSED', pause_reason = '${JSON.stringify(SUPERVISOR_PAUSED)}'`,
];
