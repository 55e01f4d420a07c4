import { json, type Reply } from "./reply";
import type { PracticeRequest } from "./request";

const USUAL_PAGE_SIZE = 50;
const LARGEST_PAGE_SIZE = 1000;

/** Something to be listed, and what a page's token can name it by. */
interface Listed {
  readonly sid: string;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pageSize: number;
  /** How many go before it. */
  readonly start: number;
  /** Query of this page, of the first, and of the next one if there is more. */
  readonly query: string;
  readonly firstQuery: string;
  readonly nextQuery: string | null;
  readonly previousQuery: string | null;
}

/**
 * Cuts the asked page out of `all`. A page's token names the last item of the page before, so
 * that items which are added meanwhile at the front, or stop to match, shift nothing.
 */
function pageOf<T extends Listed>(
  request: PracticeRequest,
  all: readonly T[],
  matches: (item: T) => boolean,
): Page<T> {
  const { query } = request;
  const pageSize = Math.min(
    naturalNumber(query.get("PageSize")) || USUAL_PAGE_SIZE,
    LARGEST_PAGE_SIZE,
  );
  const page = naturalNumber(query.get("Page"));
  const lastSid = query.get("PageToken")?.replace(/^PA/, "");
  const after = lastSid === undefined ? -1 : all.findIndex((item) => item.sid === lastSid);
  const matching = all.slice(after + 1).filter(matches);
  const from = lastSid === undefined ? page * pageSize : 0;
  const items = matching.slice(from, from + pageSize);
  const last = items.at(-1);
  const more = matching.length > from + pageSize && last !== undefined;
  return {
    items,
    page,
    pageSize,
    start: page * pageSize,
    query: queryOf(query, pageSize, page, query.get("PageToken")),
    firstQuery: queryOf(query, pageSize, 0, null),
    nextQuery: more ? queryOf(query, pageSize, page + 1, `PA${last.sid}`) : null,
    previousQuery: page > 0 ? queryOf(query, pageSize, page - 1, null) : null,
  };
}

function queryOf(
  asked: URLSearchParams,
  pageSize: number,
  page: number,
  token: string | null,
): string {
  const query = new URLSearchParams(asked);
  query.set("PageSize", String(pageSize));
  query.set("Page", String(page));
  if (token === null) query.delete("PageToken");
  else query.set("PageToken", token);
  return `?${query.toString()}`;
}

function naturalNumber(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** A list as the 2010 interface answers it: relative addresses beside the items. */
export function listPage<T extends Listed>(
  request: PracticeRequest,
  key: string,
  all: readonly T[],
  matches: (item: T) => boolean,
  resource: (item: T) => unknown,
): Reply {
  const page = pageOf(request, all, matches);
  const { path } = request;
  return json(200, {
    [key]: page.items.map(resource),
    first_page_uri: path + page.firstQuery,
    next_page_uri: page.nextQuery === null ? null : path + page.nextQuery,
    previous_page_uri: page.previousQuery === null ? null : path + page.previousQuery,
    uri: path + page.query,
    page: page.page,
    page_size: page.pageSize,
    start: page.start,
    end: page.start + Math.max(page.items.length - 1, 0),
  });
}

/** A list as the later interfaces answer it: whole addresses under `meta`. */
export function metaListPage<T extends Listed>(
  request: PracticeRequest,
  key: string,
  all: readonly T[],
  matches: (item: T) => boolean,
  resource: (item: T) => unknown,
): Reply {
  const page = pageOf(request, all, matches);
  const address = `https://${request.host}${request.path}`;
  return json(200, {
    [key]: page.items.map(resource),
    meta: {
      key,
      page: page.page,
      page_size: page.pageSize,
      first_page_url: address + page.firstQuery,
      next_page_url: page.nextQuery === null ? null : address + page.nextQuery,
      previous_page_url: page.previousQuery === null ? null : address + page.previousQuery,
      url: address + page.query,
    },
  });
}
