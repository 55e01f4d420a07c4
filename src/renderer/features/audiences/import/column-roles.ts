import type { ColumnMapping, CsvPreview } from "../../../../shared/audience";

/** What one column of the file is used as. */
export type ColumnRole = "phone" | "name" | "second-name" | "variable";

export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  phone: "Phone",
  name: "Name",
  "second-name": "Name, second part",
  variable: "Variable",
};

/** The roles that the file's headers and cells suggest. */
export function guessedRoles({ columns, guess }: CsvPreview): readonly ColumnRole[] {
  return columns.map((_, at) => {
    if (at === guess.phone) return "phone";
    if (at === guess.name[0]) return "name";
    if (at === guess.name[1]) return "second-name";
    return "variable";
  });
}

/** Gives a column a role. Only variables may be many: who had the role before becomes one. */
export function withRole(
  roles: readonly ColumnRole[],
  column: number,
  role: ColumnRole,
): readonly ColumnRole[] {
  return roles.map((before, at) => {
    if (at === column) return role;
    return before === role ? "variable" : before;
  });
}

/** Null while no column holds the phone numbers. */
export function mappingOf(
  roles: readonly ColumnRole[],
  defaultCountry: string,
): ColumnMapping | null {
  const phone = roles.indexOf("phone");
  if (phone < 0) return null;
  const name = [roles.indexOf("name"), roles.indexOf("second-name")].filter((at) => at >= 0);
  return { phone, name, defaultCountry };
}
