import { rm } from "node:fs/promises";
import {
  NO_FILTERS,
  type ContactFilters,
  type ContactSort,
  type ContactView,
} from "../../../src/shared/contact";
import { ask } from "../../support/ask";
import { launchPaceline } from "../../support/electron";
import type { Bench, Finding } from "../bench";
import { timedAsks } from "../live/timed-asks";
import { median } from "../median";
import { preparedDataFolder } from "../prepared-store/prepared-store";

const MANY = 1_000_000;
const FEW = 1_000;
/** As many rows as the table asks for at once. */
const PAGE = 100;
const OFFSETS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
const SORTS = ["added", "name", "phone"] as const;
const SEARCHES = [
  ...["ada", "haddad", "Ada Abel 12", "grace evans 77", "nobody"],
  ...["555", "(201) 200", "+1 201 255", "2000123", "201 2999"],
];
const OTHER_ORDERS: readonly ContactSort[] = ["country", "lineType", "variable:plan"];
const FILTERS: readonly Partial<ContactFilters>[] = [
  { doNotCall: true },
  { calledBefore: false },
  { country: "US" },
];

export const contactTableBench: Bench = {
  name: "contact-table-1m",
  method:
    `an audience of ${MANY} contacts: from the page's question to its answer, each question once. ` +
    "No index holds the orders by name and number, nor who is rarely filtered by: lists of them are made " +
    "beside everything else, those orders as soon as the audience is opened; how long that takes is told. A search's count is asked for apart, after its first page.",
  run: async () => {
    const few = await measured(FEW);
    const many = await measured(MANY);
    const within = (what: string, ours: number, theirs: number, limit: number): Finding => ({
      ...{ name: "contact-table-1m", what, ours, unit: "ms" },
      ...{ against: `${FEW} contacts`, theirs, ratio: ours / theirs },
      ...{ goal: `≤ ${limit} ms`, met: ours <= limit },
    });
    return [
      within("the first page when it is opened", many.opening, few.opening, 50),
      within("the orders by name and number are made, then", many.ordering, few.ordering, 5_000),
      within("a page, any offset and order, median", median(many.pages), median(few.pages), 50),
      within("a page, any offset and order, slowest", worst(many.pages), worst(few.pages), 50),
      within("the first page of a search, median", median(many.searches), median(few.searches), 50),
      within("the first page of a search, slowest", worst(many.searches), worst(few.searches), 50),
      within(
        "another order, the first time, slowest",
        worst(many.orders),
        worst(few.orders),
        5_000,
      ),
      within("a filter, the first time, slowest", worst(many.filters), worst(few.filters), 5_000),
    ];
  },
};

const worst = (times: readonly number[]) => Math.max(...times);

async function measured(contacts: number) {
  const dataDir = await preparedDataFolder(contacts);
  const { page, close } = await launchPaceline({ dataDir });
  try {
    const [audience] = await ask(page, "audiences.list", null);
    const pageOf = (view: Partial<ContactView>, offset = 0) => ({
      id: audience!.id,
      ...viewOf(view),
      offset,
      limit: PAGE,
    });
    const asks = (inputs: readonly ReturnType<typeof pageOf>[]) =>
      timedAsks(page, "audiences.contacts", inputs);
    const [opening] = await asks([pageOf({})]);
    const ordered = SORTS.map((sort) => ({ id: audience!.id, ...viewOf({ sort }) }));
    const ordering = await timedAsks(page, "audiences.countContacts", ordered);
    return {
      opening: opening!,
      ordering: ordering.reduce((sum, took) => sum + took),
      pages: await asks(
        SORTS.flatMap((sort) =>
          [false, true].flatMap((descending) =>
            OFFSETS.map((part) =>
              pageOf({ sort, descending }, Math.floor((contacts - PAGE) * part)),
            ),
          ),
        ),
      ),
      searches: await asks(SEARCHES.map((search) => pageOf({ search }))),
      orders: await asks(OTHER_ORDERS.map((sort) => pageOf({ sort }))),
      filters: await asks(
        FILTERS.map((filter) => pageOf({ filters: { ...NO_FILTERS, ...filter } })),
      ),
    };
  } finally {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function viewOf(view: Partial<ContactView>): ContactView {
  return { search: "", filters: NO_FILTERS, sort: "added", descending: false, ...view };
}
