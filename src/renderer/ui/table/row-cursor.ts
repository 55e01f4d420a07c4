/** Where a key takes the cursor in a list, or null when the key means nothing there. */
export function cursorAfter(
  key: string,
  cursor: number | null,
  total: number,
  rowsOnScreen: number,
): number | null {
  if (total === 0) return null;
  const at = (index: number) => Math.min(total - 1, Math.max(0, index));
  switch (key) {
    case "ArrowDown":
    case "j":
    case "J":
      return cursor === null ? 0 : at(cursor + 1);
    case "ArrowUp":
    case "k":
    case "K":
      return cursor === null ? 0 : at(cursor - 1);
    case "PageDown":
      return at((cursor ?? 0) + rowsOnScreen);
    case "PageUp":
      return at((cursor ?? 0) - rowsOnScreen);
    case "Home":
      return 0;
    case "End":
      return total - 1;
    default:
      return null;
  }
}
