import { sql } from "kysely";
import type { ContactSort } from "../../../shared/contact";
import type { Condition } from "./contact-conditions";

const VARIABLE = "variable:";

const COLUMNS: Readonly<Record<Exclude<ContactSort, `variable:${string}`>, readonly Condition[]>> =
  {
    added: [],
    name: [sql`contact.name collate nocase`],
    phone: [sql`contact.phone`],
    country: [sql`contact.country`],
    lineType: [sql`contact.line_type`],
  };

/** The number settles ties, so that no contact is on two pages or on none. */
export function contactOrder(sort: ContactSort, descending: boolean): Condition {
  const direction = sql.raw(descending ? "desc" : "asc");
  const columns = [...columnsOf(sort), sql`contact.id`];
  return sql.join(columns.map((column) => sql`${column} ${direction}`));
}

function columnsOf(sort: ContactSort): readonly Condition[] {
  if (!isVariable(sort)) return COLUMNS[sort];
  // Escaped as in JSON: a column may be called `5" pipe`.
  const path = `$.${JSON.stringify(sort.slice(VARIABLE.length))}`;
  const value = sql`(contact.variables ->> ${path})`;
  // Figures by what they come to, before words.
  return [
    sql`iif(${value} glob '*[^0-9.-]*', null, cast(${value} as real)) is null`,
    sql`iif(${value} glob '*[^0-9.-]*', null, cast(${value} as real))`,
    sql`${value} collate nocase`,
  ];
}

function isVariable(sort: ContactSort): sort is `variable:${string}` {
  return sort.startsWith(VARIABLE);
}

/** No index holds these, and they are what one sorts by most. */
export const ORDERS_TO_PREPARE: readonly ContactSort[] = ["name", "phone"];
