import {
  audienceName,
  importRules,
  type FilePreview,
  type ImportRules,
} from "../../../../shared/audience";
import type { AudienceId } from "../../../../shared/ids";
import type { RequestInput } from "../../../../shared/ipc/contract";
import { guessedRoles, mappingOf, type ColumnRole } from "./column-roles";

export type ImportTarget =
  | { readonly kind: "new"; readonly name: string }
  /** Null: none is chosen yet. */
  | { readonly kind: "append"; readonly audienceId: AudienceId | null };

/** Everything that the second step settles. */
export interface ImportPlan {
  readonly preview: FilePreview;
  readonly roles: readonly ColumnRole[];
  readonly defaultCountry: string;
  readonly rules: ImportRules;
  readonly target: ImportTarget;
}

export function planFor(preview: FilePreview, appendTo: AudienceId | null): ImportPlan {
  return {
    preview,
    roles: guessedRoles(preview),
    defaultCountry: preview.guess.defaultCountry,
    rules: importRules.parse({}),
    target:
      appendTo === null
        ? { kind: "new", name: nameFromFile(preview.fileName) }
        : { kind: "append", audienceId: appendTo },
  };
}

/** The same file read in another format: its columns may be others, so their roles are guessed anew. */
export function rereadPlan(plan: ImportPlan, preview: FilePreview): ImportPlan {
  return { ...plan, preview, roles: guessedRoles(preview) };
}

export type ReadyImport = Omit<RequestInput<"audiences.import">, "importId">;

/** What still has to be settled, by field, or the import as it can be asked for. */
export function settle(plan: ImportPlan):
  | { readonly ready: true; readonly import: ReadyImport }
  | {
      readonly ready: false;
      readonly field: "phone" | "name" | "audience";
      readonly problem: string;
    } {
  const mapping = mappingOf(plan.roles, plan.defaultCountry);
  if (!mapping) {
    return {
      ready: false,
      field: "phone",
      problem: "Choose the column that holds the phone numbers.",
    };
  }
  const { rules } = plan;
  const { path, format } = plan.preview;
  if (plan.target.kind === "new") {
    const name = audienceName.safeParse(plan.target.name);
    if (!name.success) {
      return { ready: false, field: "name", problem: name.error.issues[0]?.message ?? "" };
    }
    const target = { kind: "new", name: name.data } as const;
    return { ready: true, import: { path, format, mapping, rules, target } };
  }
  const { audienceId } = plan.target;
  if (audienceId === null) {
    return { ready: false, field: "audience", problem: "Choose the audience to append to." };
  }
  const target = { kind: "append", audienceId } as const;
  return { ready: true, import: { path, format, mapping, rules, target } };
}

/** "spring_renewal.csv" → "spring renewal". */
export function nameFromFile(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[_\s]+/g, " ")
    .trim()
    .slice(0, 120);
}
