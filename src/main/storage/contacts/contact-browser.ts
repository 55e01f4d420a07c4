import { sql } from "kysely";
import {
  NO_FILTERS,
  type ContactFacets,
  type ContactPage,
  type ContactView,
} from "../../../shared/contact";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import { nearerEnd } from "../repositories/nearer-end";
import type { Database } from "../schema";
import { conditions } from "./contact-conditions";
import { contactFacets } from "./contact-facets";
import type { ContactLists } from "./contact-lists";
import { contactOrder, ORDERS_TO_PREPARE } from "./contact-order";
import { listedContacts } from "./contact-rows";
import { extentOf, type AudienceExtent } from "./extent";
import { isEverybody, type ListedView } from "./listed-view";
import type { TextIndex } from "./text-index";

export interface ContactQuery extends Partial<ContactView> {
  readonly offset: number;
  readonly limit: number;
}

/** Up to so many contacts a list is made at once, whatever is asked for. */
const QUICKLY_LISTED = 20_000;
/** Among so many of the first ones a search looks for its first page. */
const LOOKED_THROUGH = 5_000;

/**
 * Looks through an audience, however large: the first page is read directly where that is quick,
 * while a list is made from which all others come.
 */
export class ContactBrowser {
  readonly #database: Database;
  readonly #lists: ContactLists;
  readonly #index: TextIndex;
  readonly #revisions = new Map<AudienceId, number>();
  readonly #facets = new Map<AudienceId, { revision: string; facets: Promise<ContactFacets> }>();

  constructor(database: Database, lists: ContactLists, index: TextIndex) {
    this.#database = database;
    this.#lists = lists;
    this.#index = index;
  }

  /** Has to be said of every change but one of how many contacts there are. */
  changed(id: AudienceId): void {
    this.#revisions.set(id, this.#revisionOf(id) + 1);
  }

  async page(id: AudienceId, query: ContactQuery, now: Instant): Promise<ContactPage> {
    const listed = await this.#listed(id, query, now);
    const found = await this.#found(listed, query);
    const rows = await listedContacts(this.#database, found.ids, now);
    return { total: found.total, counting: found.counting, rows };
  }

  /** How many contacts the view shows: what a page that was counting did not say. */
  async count(id: AudienceId, view: ContactView, now: Instant): Promise<number> {
    return this.#lists.make(await this.#listed(id, view, now));
  }

  async facets(id: AudienceId): Promise<ContactFacets> {
    const audience = await extentOf(this.#database, id);
    const { contacts, lastContactId } = audience;
    const key = JSON.stringify([contacts, lastContactId, this.#revisionOf(id)]);
    const known = this.#facets.get(id);
    if (known?.revision === key) return known.facets;
    const facets = contactFacets(this.#lists.database, audience);
    this.#facets.set(id, { revision: key, facets });
    facets.catch(() => this.#facets.delete(id));
    return facets;
  }

  #revisionOf(id: AudienceId): number {
    return this.#revisions.get(id) ?? 0;
  }

  async #listed(id: AudienceId, view: Partial<ContactView>, now: Instant): Promise<ListedView> {
    const audience = await extentOf(this.#database, id);
    if (audience.searchableTo < audience.lastContactId) this.#index.add(id);
    const { search = "", filters = NO_FILTERS, sort = "added", descending = false } = view;
    return {
      audience,
      revision: this.#revisionOf(id),
      view: { search, filters, sort, descending },
      now,
    };
  }

  async #found(listed: ListedView, query: ContactQuery) {
    const large = listed.audience.contacts > QUICKLY_LISTED;
    const prepare = () => this.#lists.prepare(ordersOfEverybody(listed));
    if (large && !this.#lists.isReady(listed)) {
      const direct = await this.#directly(listed, query);
      // Where it is still to be counted, whoever asks for the count has the list made.
      if (direct?.counting === true) return direct;
      // What goes wrong here is told to whoever asks for the list.
      this.#lists.make(listed).then(prepare, () => undefined);
      if (direct !== null) return direct;
    }
    const total = await this.#lists.make(listed);
    const ids = await this.#lists.idsAt(listed, query.offset, query.limit);
    if (large) prepare();
    return { ids, total, counting: false };
  }

  /** Null where it would take long. */
  async #directly(listed: ListedView, query: ContactQuery) {
    const { audience, view, now } = listed;
    if (view.sort !== "added") return null;
    if (isEverybody(view)) {
      const total = audience.contacts;
      const { fromEnd, offset, limit } = nearerEnd(query, total);
      const order = contactOrder(view.sort, view.descending !== fromEnd);
      const ids = await this.#ids(audience, sql`true`, order, { offset, limit });
      return { ids: fromEnd ? ids.reverse() : ids, total, counting: false };
    }
    const { offset, limit } = query;
    if (offset + limit > LOOKED_THROUGH) return null;
    const among = sql`contact.id in (
      select contact.id from contact
      where audience_id = ${audience.id} and id <= ${audience.lastContactId}
      order by ${contactOrder(view.sort, view.descending)} limit ${LOOKED_THROUGH}
    ) and ${conditions(view, now)}`;
    const order = contactOrder(view.sort, view.descending);
    const ids = await this.#ids(audience, among, order, { offset, limit });
    return ids.length < limit ? null : { ids, total: offset + limit, counting: true };
  }

  async #ids(
    audience: AudienceExtent,
    condition: ReturnType<typeof conditions>,
    order: ReturnType<typeof contactOrder>,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<ContactId[]> {
    const { rows } = await sql<{ id: ContactId }>`
      select contact.id from contact
      where audience_id = ${audience.id} and id <= ${audience.lastContactId} and ${condition}
      order by ${order}
      limit ${limit} offset ${offset}`.execute(this.#database);
    return rows.map(({ id }) => id);
  }
}

function ordersOfEverybody(listed: ListedView): ListedView[] {
  return ORDERS_TO_PREPARE.map((sort) => ({
    ...listed,
    view: { search: "", filters: NO_FILTERS, sort, descending: false },
  }));
}
