import type { CellValue } from "hucre/xlsx";

/** What a cell of a workbook says, as the same cell of a CSV file would. */
export function cellText(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "number") return figureText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value.replace(/\r\n?/g, "\n");
}

/** In full: a phone number is not to come as 1.4155550123e+21. */
function figureText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}

/** A workbook knows no zones: its days and hours come as if they were UTC. */
function dateText(value: Date): string {
  const [day = "", time = ""] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 5)}`;
}
