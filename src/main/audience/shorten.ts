/** What is shown of a cell at most: one of 10 MB is no use on a screen. */
const SHOWN_CHARACTERS = 500;

export function shortened(cell: string): string {
  return cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)}…` : cell;
}
