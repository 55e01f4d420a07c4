import type { ContactDetails } from "../../shared/contact";
import { writeCsv } from "../files/write-csv";
import { uniqueHeaders } from "./columns";
import { zonesOfNumber } from "./phone/zones-of-number";

export type ExportedContact = Pick<
  ContactDetails,
  "name" | "phone" | "variables" | "externalId" | "timeZones" | "alternatePhones"
>;

/** Columns beside the variables that are written where a contact has them, under names that an import knows. */
const FURTHER: readonly {
  readonly title: string;
  readonly cell: (contact: ExportedContact) => string;
}[] = [
  { title: "Alternate phones", cell: ({ alternatePhones }) => alternatePhones.join("; ") },
  { title: "Time zone", cell: givenZones },
  { title: "External ID", cell: ({ externalId }) => externalId ?? "" },
];

/**
 * Writes contacts as CSV with Name, Phone, what else is known of them, and every variable; there
 * whole or not at all. Numbers stay plain (+14155550123), everything else that a spreadsheet would
 * run as a formula is guarded.
 *
 * @param contacts reads them all from the first one on; they are read twice
 */
export async function exportAudience(
  path: string,
  variables: readonly string[],
  contacts: () => AsyncIterable<readonly ExportedContact[]>,
): Promise<void> {
  const further = await furtherColumns(contacts());
  const own = ["Name", "Phone", ...further.map(({ title }) => title)];
  // Variables come first when names clash, so that they come back as what they are.
  const titles = uniqueHeaders([...variables, ...own]);
  const header = [...titles.slice(-own.length), ...titles.slice(0, -own.length)];
  await writeCsv(path, header, rowsOf(contacts(), further, variables));
}

async function furtherColumns(
  batches: AsyncIterable<readonly ExportedContact[]>,
): Promise<typeof FURTHER> {
  const used = new Set<string>();
  for await (const batch of batches) {
    for (const { title, cell } of FURTHER) {
      if (!used.has(title) && batch.some((contact) => cell(contact) !== "")) used.add(title);
    }
    if (used.size === FURTHER.length) break;
  }
  return FURTHER.filter(({ title }) => used.has(title));
}

async function* rowsOf(
  batches: AsyncIterable<readonly ExportedContact[]>,
  further: typeof FURTHER,
  variables: readonly string[],
): AsyncGenerator<readonly string[][]> {
  for await (const batch of batches) {
    yield batch.map((contact) => [
      contact.name,
      contact.phone,
      ...further.map(({ cell }) => cell(contact)),
      ...variables.map((variable) => contact.variables[variable] ?? ""),
    ]);
  }
}

/** Zones that the number tells are found out again by whoever imports the file. */
function givenZones({ phone, timeZones }: ExportedContact): string {
  if (timeZones === null) return "";
  const told = zonesOfNumber(phone) ?? [];
  return told.join() === timeZones.join() ? "" : timeZones.join("; ");
}
