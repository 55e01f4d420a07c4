import type { Contact } from "../../shared/contact";
import { writeCsv } from "../files/write-csv";
import { uniqueHeaders } from "./columns";

type ExportedContact = Pick<Contact, "name" | "phone" | "variables">;

/**
 * Writes contacts as CSV with Name, Phone and every variable; there whole or not at all. Numbers
 * stay plain (+14155550123), everything else that a spreadsheet would run as a formula is guarded.
 */
export function exportAudience(
  path: string,
  variables: readonly string[],
  contacts: AsyncIterable<readonly ExportedContact[]>,
): Promise<void> {
  // Variables come first when names clash, so that they come back as what they are.
  const titles = uniqueHeaders([...variables, "Name", "Phone"]);
  const header = [...titles.slice(-2), ...titles.slice(0, -2)];
  return writeCsv(path, header, rowsOf(contacts, variables));
}

async function* rowsOf(
  batches: AsyncIterable<readonly ExportedContact[]>,
  variables: readonly string[],
): AsyncGenerator<readonly string[][]> {
  for await (const batch of batches) {
    yield batch.map(({ name, phone, variables: values }) => [
      name,
      phone,
      ...variables.map((variable) => values[variable] ?? ""),
    ]);
  }
}
