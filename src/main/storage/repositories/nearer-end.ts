/** Where a page lies, counted from the end that is nearer: skipping rows costs time for each. */
export function nearerEnd(
  page: { readonly offset: number; readonly limit: number },
  total: number,
): { fromEnd: boolean; offset: number; limit: number } {
  const limit = Math.max(0, Math.min(page.limit, total - page.offset));
  const fromEnd = page.offset > total / 2 && limit > 0;
  return { fromEnd, limit, offset: fromEnd ? total - page.offset - limit : page.offset };
}
