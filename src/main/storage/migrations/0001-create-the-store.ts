/**
 * The first tables. `STRICT` holds every column to its type; times are epoch milliseconds.
 *
 * The counters in `campaign_progress` are kept with each change, in its transaction, and are never
 * counted anew: its CHECK is the last fence for Total = Pending + In Progress + Completed + Failed.
 */
export const createTheStore = `
create table settings (
  id integer primary key check (id = 1),
  -- JSON: what was set; what never was is missing.
  chosen text not null
) strict;

create table flow (
  id integer primary key autoincrement,
  name text not null,
  content text not null,
  updated_at integer not null
) strict;

create table audience (
  id integer primary key autoincrement,
  name text not null,
  -- JSON: names of the columns kept, in the file's order.
  variables text not null,
  -- importing: new, not to be seen yet. appending: to be seen, an import into it is under way.
  -- removed: not to be seen any more, its contacts are being deleted.
  state text not null check (state in ('ready', 'importing', 'appending', 'removed')),
  contacts integer not null default 0,
  -- Contacts beyond this one are staged by an import that is not committed.
  last_contact_id integer not null default 0,
  created_at integer not null
) strict;

-- Contacts of an audience are numbered in the order of their file, with gaps.
create table contact (
  id integer primary key autoincrement,
  audience_id integer not null references audience (id),
  name text not null,
  phone text not null,
  variables text not null
) strict;
create unique index contact_by_phone on contact (audience_id, phone);
create index contact_by_audience on contact (audience_id);

create table campaign (
  id integer primary key autoincrement,
  name text not null,
  status text not null
    check (status in ('DRAFT', 'IN_PROGRESS', 'PAUSED', 'COMPLETED', 'CANCELLED')),
  -- JSON, while PAUSED.
  pause_reason text,
  -- Flow and audience may be deleted once the campaign has ended; their names stay.
  flow_id integer references flow (id),
  flow_name text not null,
  -- As it was at the start: later changes of the flow do not reach a campaign that runs.
  flow_content text,
  audience_id integer references audience (id),
  audience_name text not null,
  dialing text not null,
  caller_id text,
  schedule_local text,
  schedule_zone text,
  starts_at integer,
  start_problem text,
  created_at integer not null,
  started_at integer,
  ended_at integer
) strict;
create index campaign_by_flow on campaign (flow_id);
create index campaign_by_audience on campaign (audience_id);

-- From the start on. Contacts up to enrolled_to have a row in campaign_contact, those after it none:
-- so a start costs the same for a million contacts as for ten.
create table campaign_progress (
  campaign_id integer primary key references campaign (id),
  enrolled_to integer not null,
  last_contact_id integer not null,
  total integer not null,
  unclaimed integer not null check (unclaimed >= 0),
  -- Enrolled, and no attempt counts: passed over, or taken back before it rang.
  returned integer not null default 0 check (returned >= 0),
  -- Enrolled, called, and due for a retry.
  waiting integer not null default 0 check (waiting >= 0),
  in_progress integer not null default 0 check (in_progress >= 0),
  -- Among those in progress.
  unresolved integer not null default 0 check (unresolved between 0 and in_progress),
  completed integer not null default 0 check (completed >= 0),
  failed integer not null default 0 check (failed >= 0),
  -- Rows of the Calls section.
  called integer not null default 0,
  -- When its last attempt so far began or ended.
  last_event_at integer not null,
  check (total = unclaimed + returned + waiting + in_progress + completed + failed)
) strict;

-- Contacts that are completed or failed, by the outcome that ended them.
create table campaign_outcome (
  campaign_id integer not null references campaign (id),
  outcome text not null,
  contacts integer not null,
  primary key (campaign_id, outcome)
) strict, without rowid;

-- A contact in a campaign, from its first claim on: a row of the Calls section.
create table campaign_contact (
  campaign_id integer not null references campaign (id),
  contact_id integer not null,
  name text not null,
  phone text not null,
  status text not null check (status in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
  -- Those that count, the open one included.
  attempts integer not null,
  -- While PENDING.
  not_before integer,
  -- While IN_PROGRESS.
  open_attempt_id integer,
  -- Null: passed over, never called.
  last_attempt_at integer,
  outcome text,
  duration_seconds integer,
  recorded_attempt_id integer,
  primary key (campaign_id, contact_id)
) strict, without rowid;
create index campaign_contact_ready on campaign_contact (campaign_id, not_before)
  where status = 'PENDING';
-- Each order of the Calls section has an index that holds all it takes to skip to an offset.
create index call_by_time on campaign_contact (campaign_id, last_attempt_at)
  where last_attempt_at is not null;
create index call_by_time_anywhere on campaign_contact (last_attempt_at)
  where last_attempt_at is not null;
create index call_by_contact
  on campaign_contact (campaign_id, name collate nocase, phone, last_attempt_at)
  where last_attempt_at is not null;
create index call_by_status on campaign_contact (campaign_id, status, last_attempt_at)
  where last_attempt_at is not null;
create index call_by_duration on campaign_contact (campaign_id, duration_seconds, last_attempt_at)
  where last_attempt_at is not null;
create index call_by_attempts on campaign_contact (campaign_id, attempts, last_attempt_at)
  where last_attempt_at is not null;

create table attempt (
  id integer primary key autoincrement,
  campaign_id integer not null references campaign (id),
  contact_id integer not null,
  number integer not null,
  state text not null check (state in
    ('intent', 'queued', 'ringing', 'in_progress', 'ambiguous', 'unresolved', 'ended')),
  outcome text,
  reason text,
  to_number text not null,
  from_number text not null,
  sid text,
  intent_at integer not null,
  placed_at integer,
  answered_at integer,
  ended_at integer,
  duration_seconds integer,
  check ((state = 'ended') = (ended_at is not null))
) strict;
-- The last fences against calling twice. They look at ended_at, not at the state, so that they are
-- not written anew each time that a call moves on.
create unique index attempt_open_of_number on attempt (to_number) where ended_at is null;
create unique index attempt_open_of_contact on attempt (campaign_id, contact_id)
  where ended_at is null;
create index attempt_of_contact on attempt (campaign_id, contact_id);
create index attempt_by_sid on attempt (sid) where sid is not null;
create index attempt_by_start on attempt (campaign_id, intent_at);

create table recording (
  attempt_id integer primary key references attempt (id),
  state text not null check (state in ('awaited', 'ready', 'absent')),
  problem text,
  sid text,
  file_name text,
  duration_seconds real,
  transcript_state text not null
    check (transcript_state in ('awaited', 'requested', 'ready', 'absent')),
  transcript_sid text,
  transcript_problem text,
  summary text,
  -- JSON.
  transcript text,
  tries integer not null default 0,
  -- Null: nothing is awaited any more.
  due_at integer
) strict;
create index recording_due on recording (due_at) where due_at is not null;

create table activity (
  id integer primary key autoincrement,
  campaign_id integer not null references campaign (id),
  at integer not null,
  kind text not null,
  message text not null
) strict;
create index activity_of_campaign on activity (campaign_id);

-- What answered calls bill, by the day (UTC) on which they ended.
create table usage (
  day text not null,
  campaign_id integer not null references campaign (id),
  minutes integer not null,
  calls integer not null,
  primary key (day, campaign_id)
) strict, without rowid;
`;
