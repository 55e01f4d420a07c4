import type { ColumnMapping } from "../../shared/audience";
import type { ContactVariables } from "../../shared/contact";
import { withoutFormulaGuard } from "../files/formula";

export interface VariablesReader {
  readonly names: readonly string[];
  /** Empty cells make no variable. */
  read(cells: readonly string[]): ContactVariables;
}

/** Columns without a role are variables; first and last name have one, and are variables too. */
export function variablesReader(
  columns: readonly string[],
  mapping: ColumnMapping,
): VariablesReader {
  const { name, phone, alternatePhones, timeZone, externalId } = mapping;
  const taken = new Set([phone, ...alternatePhones, timeZone, externalId]);
  if (name.length === 1) taken.add(name[0]!);
  const kept = columns.map((title, at) => ({ title, at })).filter(({ at }) => !taken.has(at));
  return {
    names: kept.map(({ title }) => title),
    read(cells) {
      const variables: Record<string, string> = {};
      for (const { title, at } of kept) {
        const cell = cells[at];
        if (cell) set(variables, title, withoutFormulaGuard(cell));
      }
      return variables;
    },
  };
}

/** A column may be called "__proto__", which is no property to assign. */
function set(variables: Record<string, string>, title: string, value: string): void {
  if (title !== "__proto__") variables[title] = value;
  else Object.defineProperty(variables, title, { value, enumerable: true });
}
