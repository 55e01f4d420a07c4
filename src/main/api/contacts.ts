import { readContactFields } from "../audience";
import type { Handlers } from "../ipc/answer";
import { tellOfAppended } from "./appended-contacts";
import type { Services } from "./services";

type Area = Pick<Handlers, Extract<keyof Handlers, `contacts.${string}`>>;

export function contactHandlers(services: Services): Area {
  const { store, clock, dialer, emit, locale } = services;
  const { contacts } = store;
  const changed = () => emit("audiences.changed", null);
  return {
    "contacts.get": ({ audienceId, contactId }) => contacts.get(audienceId, contactId, clock.now()),
    "contacts.calls": ({ contactId }) => contacts.calls(contactId),
    "contacts.add": async ({ audienceId, fields }) => {
      const id = await contacts.add(audienceId, readContactFields(fields, null, locale));
      changed();
      await tellOfAppended(services, audienceId);
      return contacts.get(audienceId, id, clock.now());
    },
    "contacts.change": async ({ audienceId, contactId, fields }) => {
      const before = await contacts.get(audienceId, contactId, clock.now());
      await contacts.change(audienceId, contactId, readContactFields(fields, before, locale));
      dialer.contactsChanged();
      changed();
      return contacts.get(audienceId, contactId, clock.now());
    },
    "contacts.remove": async ({ audienceId, contactId }) => {
      await contacts.remove(audienceId, contactId);
      changed();
      return null;
    },
  };
}
