/**
 * Spreadsheets run a cell that starts with one of these as a formula, even out of a CSV file. An
 * apostrophe before it makes it plain text. Reading takes that apostrophe off again, so that what
 * was exported comes back as it was; to this end a cell that starts so already gets one more.
 */
const STARTS_AS_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
/** +14155550123 is a figure to a spreadsheet, not a formula, and other programs want it plain. */
const PLAIN_NUMBER = /^\+\d+$/;

export function guardFormula(cell: string): string {
  return STARTS_AS_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell;
}
