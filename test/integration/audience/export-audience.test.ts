import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uniqueHeaders } from "../../../src/main/audience/columns";
import { exportAudience, type ExportedContact } from "../../../src/main/audience/export-audience";
import { zonesOfNumber } from "../../../src/main/audience/phone/zones-of-number";
import { importFile, type ImportJob } from "../../../src/main/audience/import-file";
import { previewFile } from "../../../src/main/audience/preview";
import { columnMapping, importRules, type ColumnMapping } from "../../../src/shared/audience";
import { phoneNumber } from "../../../src/shared/phone-number";
import { csvFolder } from "../../support/csv-files/csv-folder";
import { MemoryAudience } from "../../support/csv-files/memory-writer";

const person = (
  name: string,
  phone: string,
  variables: Record<string, string> = {},
  known: Partial<ExportedContact> = {},
): ExportedContact => ({
  name,
  phone: phoneNumber.parse(phone),
  variables,
  externalId: null,
  timeZones: zonesOfNumber(phone)?.slice() ?? null,
  alternatePhones: [],
  ...known,
});

const inBatches = (people: readonly ExportedContact[]) =>
  async function* () {
    yield people.slice(0, 1);
    yield people.slice(1);
  };

async function reimported(
  path: string,
  refusedFile: string,
  further: Partial<ColumnMapping> = {},
): Promise<MemoryAudience> {
  const audience = new MemoryAudience();
  const job: ImportJob = {
    path,
    format: { kind: "text", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: true },
    mapping: columnMapping.parse({ name: [0], phone: 1, defaultCountry: "US", ...further }),
    rules: importRules.parse({}),
    target: { kind: "new", name: "Again" },
    databaseFile: "unused",
    refusedFile,
    now: 0,
  };
  const nothing = () => undefined;
  const watch = { begun: nothing, progress: nothing, isCancelled: () => false };
  await importFile(job, audience.open, watch);
  return audience;
}

describe("exporting an audience", () => {
  it("writes Name, Phone and every variable, as UTF-8 that Excel knows by its mark", async () => {
    const folder = await csvFolder();
    const path = join(folder.path, "audience.csv");
    const people = [
      person("José, Jr.", "+14155550123", { plan: "gold" }),
      person("", "+442079460123", { city: 'the "big" one' }),
    ];
    await exportAudience(path, ["plan", "city"], inBatches(people));
    expect(await readFile(path, "utf8")).toBe(
      "\ufeffName,Phone,plan,city\r\n" +
        '"José, Jr.",+14155550123,gold,\r\n' +
        ',+442079460123,,"the ""big"" one"\r\n',
    );
  });

  it("writes what else is known of a contact, where an import guesses it to be", async () => {
    const folder = await csvFolder();
    const path = join(folder.path, "audience.csv");
    const people = [
      person("Ana", "+14155550123", { plan: "gold" }),
      person(
        "Ben",
        "+14155550124",
        {},
        {
          externalId: "C-7",
          timeZones: ["Europe/Berlin"],
          alternatePhones: ["+442079460123", "+4930901820"] as ExportedContact["alternatePhones"],
        },
      ),
    ];
    await exportAudience(path, ["plan"], inBatches(people));
    const [header, ana, ben] = (await readFile(path, "utf8")).split("\r\n");
    expect(header).toBe("\ufeffName,Phone,Alternate phones,Time zone,External ID,plan");
    expect(ana).toBe("Ana,+14155550123,,,,gold");
    expect(ben).toBe("Ben,+14155550124,'+442079460123; +4930901820,Europe/Berlin,C-7,");
    const { guess } = await previewFile(path, {}, "en-US");
    expect(guess).toMatchObject({
      name: [0],
      phone: 1,
      alternatePhones: [2],
      timeZone: 3,
      externalId: 4,
    });
  });

  it("leaves spreadsheets no formula to run", async () => {
    const folder = await csvFolder();
    const path = join(folder.path, "audience.csv");
    const people = [person("=HYPERLINK(1)", "+14155550123", { "@note": "-2+3" })];
    await exportAudience(path, ["@note"], inBatches(people));
    const [header, row] = (await readFile(path, "utf8")).split("\r\n");
    expect(header).toBe("\ufeffName,Phone,'@note");
    expect(row).toBe("'=HYPERLINK(1),+14155550123,'-2+3");
  });

  it("leaves nothing half written, and what was there before as it was", async () => {
    const folder = await csvFolder();
    const path = await folder.file("before", "audience.csv");
    async function* failing() {
      yield [person("Ana", "+14155550123")];
      throw new Error("The store is gone.");
    }
    await expect(exportAudience(path, [], failing)).rejects.toThrow("The store is gone.");
    expect(await readdir(folder.path)).toEqual(["audience.csv"]);
    expect(await readFile(path, "utf8")).toBe("before");
  });

  it("says so when the file cannot be written", async () => {
    const folder = await csvFolder();
    const path = join(folder.path, "no such folder", "audience.csv");
    await expect(exportAudience(path, [], inBatches([]))).rejects.toThrow(
      "“audience.csv” could not be written.",
    );
  });

  it("gives an import the same contacts again, for any strings", async () => {
    const folder = await csvFolder();
    const refusedFile = join(folder.path, "refused.csv");
    await fc.assert(
      fc.asyncProperty(anyAudience(), async ({ variables, people }) => {
        const path = join(folder.path, "audience.csv");
        await exportAudience(path, variables, inBatches(people));
        const again = await reimported(path, refusedFile, furtherColumnsOf(people));
        expect(again.variables).toEqual(variables);
        expect(again.contacts).toMatchObject(people);
      }),
    );
  }, 60_000);
});

/** Where the export put what else is known of contacts, in its order, if anybody has it. */
function furtherColumnsOf(people: readonly ExportedContact[]): Partial<ColumnMapping> {
  let next = 2;
  const column = (isThere: boolean) => (isThere ? next++ : null);
  const alternates = column(people.some(({ alternatePhones }) => alternatePhones.length > 0));
  const isGiven = ({ phone, timeZones }: ExportedContact) =>
    timeZones?.join() !== zonesOfNumber(phone)?.join();
  const timeZone = column(people.some(isGiven));
  const externalId = column(people.some((one) => one.externalId !== null));
  return { alternatePhones: alternates === null ? [] : [alternates], timeZone, externalId };
}

/** Any audience that an import can have made: names trimmed, line breaks as LF, no empty variables. */
function anyAudience(): fc.Arbitrary<{ variables: string[]; people: ExportedContact[] }> {
  const tricky = fc.string({
    unit: fc.constantFrom('"', ",", ";", "\n", "=", "+", "-", "@", "'", "\t", " ", "1"),
  });
  const text = fc
    .oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), tricky)
    .map((value) => value.replace(/\r\n?/g, "\n").replaceAll("\0", ""));
  const headers = fc.array(
    text.map((value) => value.trim()),
    { maxLength: 4 },
  );
  const zone = fc.constantFrom("America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo");
  const known = fc.record(
    {
      externalId: text.map((value) => value.trim() || null),
      timeZones: fc.uniqueArray(zone, { minLength: 1 }),
      alternatePhones: fc.subarray(["+442079460123", "+4930901820"]),
    },
    { requiredKeys: [] },
  );
  return headers.map(uniqueHeaders).chain((variables) => {
    const values = fc.array(text, { minLength: variables.length, maxLength: variables.length });
    const people = fc.array(fc.tuple(text, values), { minLength: 1, maxLength: 20 });
    const further = fc.array(known, { minLength: 1, maxLength: 3 });
    return fc.tuple(people, further).map(([rows, known]) => ({
      variables,
      people: rows.map(([name, cells], at) =>
        person(
          name.trim(),
          `+1415555${String(at + 100).padStart(4, "0")}`,
          Object.fromEntries(
            variables
              .map((variable, column) => [variable, cells[column]!])
              .filter(([, value]) => value !== ""),
          ) as Record<string, string>,
          known[at % known.length],
        ),
      ),
    }));
  });
}
