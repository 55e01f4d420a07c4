import { promisify } from "node:util";
import csvSpectrum from "csv-spectrum";
import { describe, expect, it } from "vitest";
import { readHead } from "../../../src/main/audience/head";
import { withSourceFile } from "../../../src/main/audience/source-file";
import { readRows } from "../../../src/main/audience/read-rows";
import { csvFormat, type ChosenFormat } from "../../../src/shared/audience";
import { csvFolder } from "../../support/csv-files/csv-folder";
import { papaparseCases, type PapaparseCase } from "../../support/csv-files/papaparse-cases";

/** What an import reads of a file, row by row; the header is the first. */
async function tableOf(content: string | Uint8Array, chosen: ChosenFormat): Promise<string[][]> {
  const folder = await csvFolder();
  return withSourceFile(await folder.file(content), async (file) => {
    const { format } = await readHead(file, chosen, "en-US");
    const table: string[][] = [];
    for await (const { rows } of readRows(file, format)) {
      table.push(...rows.map(({ cells }) => [...cells]));
    }
    return table;
  });
}

describe("csv-spectrum", async () => {
  // In this one the set contradicts itself: file and object have different numbers.
  const contradictory = "location_coordinates";
  const items = (await promisify(csvSpectrum)()).filter(({ name }) => name !== contradictory);
  it.each(items.map((item) => [item.name, item] as const))("is read: %s", async (_, item) => {
    const objects = [JSON.parse(item.json.toString("utf8")) as unknown].flat() as Record<
      string,
      string
    >[];
    const headers = Object.keys(objects[0]!);
    const expected = [headers, ...objects.map((object) => headers.map((name) => object[name]!))];
    expect(await tableOf(item.csv, { encoding: "utf-8", delimiter: ",", hasHeader: true })).toEqual(
      asImported(expected),
    );
  });
});

/** Set for rows that no import reads, or reads otherwise on purpose. */
const NOT_AN_IMPORTS_BUSINESS = new Set([
  "header",
  "comments",
  "preview",
  "fastMode",
  "newline",
  "step",
]);

function chosenBy({ config = {} }: PapaparseCase): ChosenFormat | null {
  if (Object.keys(config).some((key) => NOT_AN_IMPORTS_BUSINESS.has(key))) return null;
  const chosen = csvFormat.partial().safeParse({
    delimiter: ",",
    ...(config.delimiter !== undefined && { delimiter: config.delimiter }),
    ...(config.quoteChar !== undefined && { quote: config.quoteChar ?? "" }),
    hasHeader: false,
  });
  return chosen.success && config.escapeChar === undefined ? chosen.data : null;
}

/** As an import leaves them: no empty rows, and every line end LF. */
function asImported(data: unknown): string[][] {
  return (data as string[][])
    .map((row) => row.map((cell) => cell.replace(/\r\n?/g, "\n")))
    .filter((row) => row.some((cell) => cell.trim() !== ""));
}

describe("papaparse's own cases", () => {
  const cases = papaparseCases().flatMap((given) => {
    const chosen = chosenBy(given);
    const isSound =
      given.expected.errors.length === 0 && asImported(given.expected.data).length > 0;
    return chosen !== null && isSound ? [{ given, chosen }] : [];
  });

  it("are more than a few", () => expect(cases.length).toBeGreaterThan(20));

  it.each(cases.map((one) => [one.given.description, one] as const))(
    "are read as it reads them: %s",
    async (_, { given, chosen }) => {
      expect(await tableOf(given.input, { encoding: "utf-8", ...chosen })).toEqual(
        asImported(given.expected.data),
      );
    },
  );
});
