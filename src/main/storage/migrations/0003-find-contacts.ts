/**
 * Search in a million contacts. `contact_text` holds the trigrams of name and number: it tells which
 * contacts may contain what was typed, and the contact itself tells whether it does. It is filled in
 * the background, for it would make an import half as slow again; what it lacks is looked through.
 */
export const findContacts = `
create virtual table contact_text using fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
);

-- Contacts up to this one are in contact_text.
alter table audience add column searchable_to integer not null default 0;

create trigger contact_text_loses after delete on contact begin
  delete from contact_text where rowid = old.id;
end;
create trigger contact_text_changes after update of name, phone on contact
when old.name <> new.name or old.phone <> new.phone begin
  insert or replace into contact_text (rowid, text)
  values (new.id, new.name || char(10) || new.phone);
end;
`;
