/**
 * Contacts of an audience may share a number, if the supervisor says so. Imports find those that do
 * by themselves; an index that every row was to be sorted into made them three times as slow.
 */
export const letContactsShareANumber = `
drop index contact_by_phone;

-- What an import says of contacts that the audience has already. While the audience is 'appending'
-- it is not decided yet, and nobody looks; once it is 'ready' these rows are carried over.
create table contact_update (
  contact_id integer primary key,
  audience_id integer not null,
  -- Null: it stays as it is.
  name text,
  -- JSON: those named replace what was there, the others stay.
  variables text not null,
  time_zones text,
  external_id text,
  alternate_phones text
) strict;
create index contact_update_of_audience on contact_update (audience_id);
`;
