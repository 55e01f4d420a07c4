import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";

/** The bytes of an Excel workbook with these sheets. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => [...row]),
    })),
  });
}
