import type { ColumnMapping, FilePreview } from "../../../../shared/audience";

/** What one column of the file is used as. */
export type ColumnRole =
  "phone" | "alternate-phone" | "name" | "second-name" | "time-zone" | "external-id" | "variable";

export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  phone: "Phone",
  "alternate-phone": "Alternate phone",
  name: "Name",
  "second-name": "Name, 2nd part",
  "time-zone": "Time zone",
  "external-id": "External ID",
  variable: "Variable",
};

/** Any number of columns may have these. */
const SHARED: ReadonlySet<ColumnRole> = new Set(["alternate-phone", "variable"]);

/** The roles that the file's headers and cells suggest. */
export function guessedRoles({ columns, guess }: FilePreview): readonly ColumnRole[] {
  return columns.map((_, at) => {
    if (at === guess.phone) return "phone";
    if (at === guess.name[0]) return "name";
    if (at === guess.name[1]) return "second-name";
    if (at === guess.timeZone) return "time-zone";
    if (at === guess.externalId) return "external-id";
    return guess.alternatePhones.includes(at) ? "alternate-phone" : "variable";
  });
}

/** Gives a column a role. Where only one may have it, who had it before becomes a variable. */
export function withRole(
  roles: readonly ColumnRole[],
  column: number,
  role: ColumnRole,
): readonly ColumnRole[] {
  return roles.map((before, at) => {
    if (at === column) return role;
    return before === role && !SHARED.has(role) ? "variable" : before;
  });
}

/** Null while no column holds the phone numbers. */
export function mappingOf(
  roles: readonly ColumnRole[],
  defaultCountry: string,
): ColumnMapping | null {
  const columnOf = (role: ColumnRole) => (roles.includes(role) ? roles.indexOf(role) : null);
  const phone = columnOf("phone");
  if (phone === null) return null;
  return {
    phone,
    name: [columnOf("name"), columnOf("second-name")].filter((at) => at !== null),
    alternatePhones: roles.flatMap((role, at) => (role === "alternate-phone" ? [at] : [])),
    timeZone: columnOf("time-zone"),
    externalId: columnOf("external-id"),
    defaultCountry,
  };
}
