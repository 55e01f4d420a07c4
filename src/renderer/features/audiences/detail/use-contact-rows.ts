import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { Audience } from "../../../../shared/audience";
import type { ListedContact } from "../../../../shared/contact";
import { request } from "../../../api/client";
import type { PagedRows } from "../../../api/paged-rows";
import { useEvent } from "../../../api/use-event";
import { usePagedRows } from "../../../api/use-paged-rows";
import { useContactsView } from "./contacts-view";

/** Long enough to finish a word, short enough not to be noticed. */
const TYPING_PAUSE_MS = 150;
/** So long nothing has to move. */
const QUIET_MS = 400;

export const contactKey = ({ id }: ListedContact) => id;

interface ContactRows {
  readonly rows: PagedRows<ListedContact>;
  /** The first contacts are there, and it is not known yet how many there are. */
  readonly counting: boolean;
  /** Another view was asked for, and the one before it is still shown. */
  readonly looking: boolean;
}

/** The contacts that the audience's view lets through. */
export function useContactRows({ id }: Audience): ContactRows {
  const { search: typed, filters, sort } = useContactsView(id);
  const [search] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const view = { search, filters, sort: sort.by, descending: sort.descending };
  const key = JSON.stringify([id, view]);
  /** The view that is being counted. */
  const [counted, setCounted] = useState<string | null>(null);
  const [answered, setAnswered] = useState(key);
  const [slow] = useDebouncedValue(answered !== key, QUIET_MS);

  const rows = usePagedRows<ListedContact>(
    key,
    async (offset, limit) => {
      const asked = request("audiences.contacts", { id, ...view, offset, limit });
      const page = await asked.finally(() => setAnswered(key));
      setCounted((before) => (page.counting ? key : before === key ? null : before));
      return page;
    },
    contactKey,
  );
  useEffect(() => {
    if (counted === null) return;
    const [, asked] = JSON.parse(counted) as [typeof id, typeof view];
    const lookAgain = () => rows.refresh();
    // Whatever goes wrong with it is told by the next page.
    request("audiences.countContacts", { id, ...asked }).then(lookAgain, lookAgain);
  }, [counted, id, rows]);
  useEvent("audiences.changed", () => rows.refresh());
  return { rows, counting: counted === key, looking: slow && answered !== key };
}
