/**
 * What decides beside the campaign whether a contact may be called: where its number is at home, the
 * do-not-call list, and the attempts made to a number whatever the campaign.
 */
export const sayWhoMayBeCalled = `
-- ISO 3166, such as 'US'; null: the numbering plan does not tell, or the contact is older than this.
alter table contact add column country text;
alter table contact add column line_type text;
-- JSON: IANA zones in which the contact may be; null: not known.
alter table contact add column time_zones text;
-- The contact's key in the supervisor's other systems.
alter table contact add column external_id text;
-- JSON: further numbers, E.164.
alter table contact add column alternate_phones text;

create table do_not_call (
  phone text primary key,
  added_at integer not null,
  -- Null: for good.
  expires_at integer,
  source text not null check (source in ('supervisor', 'file', 'call')),
  note text not null
) strict, without rowid;
create index do_not_call_by_time on do_not_call (added_at);
create index do_not_call_by_end on do_not_call (expires_at);

-- How old the list is: numbers that are there already leave no other trace of a later import.
create table do_not_call_import (
  id integer primary key,
  imported_at integer not null,
  file_name text not null,
  -- Different ones in the file.
  numbers integer not null
) strict;

-- While PENDING with a not_before: which gate keeps the contact waiting; null: Retry Delay.
alter table campaign_contact add column waits_for text
  check (waits_for in ('calling-hours', 'attempt-limit', 'do-not-call'));
create index campaign_contact_put_off on campaign_contact (waits_for) where waits_for is not null;

create index attempt_by_number on attempt (to_number, intent_at);
`;
