import type { FilePreview } from "../../../../../shared/audience";
import type { NumberColumns } from "../../../../../shared/do-not-call";
import type { RequestInput } from "../../../../../shared/ipc/contract";
import { FOR_GOOD, type ChosenListing } from "../chosen-listing";

/** Everything that the second step settles. */
export interface NumberPlan {
  readonly preview: FilePreview;
  /** Null: none is chosen yet. */
  readonly numbers: number | null;
  /** Null: the numbers are whole. */
  readonly areaCode: number | null;
  readonly defaultCountry: string;
  readonly listing: ChosenListing;
}

/** The import as it can be asked for. */
export type ReadyImport = Omit<RequestInput<"doNotCall.import">, "importId">;

export function planFor(preview: FilePreview): NumberPlan {
  const [areaCode, numbers] = splitNumbers(preview) ?? [null, preview.guess.phone ?? null];
  const { defaultCountry } = preview.guess;
  return { preview, numbers, areaCode, defaultCountry, listing: FOR_GOOD };
}

/** Null while no column holds the numbers. */
export function mappingOf({ numbers, areaCode, defaultCountry }: NumberPlan): NumberColumns | null {
  if (numbers === null) return null;
  return { columns: areaCode === null ? [numbers] : [areaCode, numbers], defaultCountry };
}

const AREA_CODE = /^\d{3}$/;
const REST = /^\d{3}[ .-]?\d{4}$/;

/** National registries write "202,4561111": the area code, and beside it the rest of the number. */
function splitNumbers({ columns, rows }: FilePreview): [areaCode: number, numbers: number] | null {
  const fits = (at: number, shape: RegExp) =>
    rows.filter((cells) => shape.test(cells[at] ?? "")).length > rows.length / 2;
  const at = columns.findIndex((_, index) => fits(index, AREA_CODE) && fits(index + 1, REST));
  return at < 0 ? null : [at, at + 1];
}
