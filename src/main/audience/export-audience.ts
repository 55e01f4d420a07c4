import { basename } from "node:path";
import type { Contact } from "../../shared/contact";
import { uniqueHeaders } from "./columns";
import { CsvOutput } from "./csv-output";
import { writeWhole } from "./write-file";

/**
 * Writes contacts as CSV with Name, Phone and every variable; there whole or not at all. Numbers
 * stay plain (+14155550123), everything else that a spreadsheet would run as a formula is guarded.
 */
export function exportAudience(
  path: string,
  variables: readonly string[],
  contacts: AsyncIterable<readonly Pick<Contact, "name" | "phone" | "variables">[]>,
): Promise<void> {
  return writeWhole(path, async (unfinished) => {
    // Variables come first when names clash, so that they come back as what they are.
    const titles = uniqueHeaders([...variables, "Name", "Phone"]);
    const header = [...titles.slice(-2), ...titles.slice(0, -2)];
    const output = await CsvOutput.create(unfinished, {
      name: basename(path),
      delimiter: ",",
      header,
    });
    try {
      for await (const batch of contacts) {
        await output.write(
          batch.map(({ name, phone, variables: values }) => [
            name,
            phone,
            ...variables.map((variable) => values[variable] ?? ""),
          ]),
        );
      }
    } finally {
      await output.close();
    }
  });
}
