/** Cells of the first table in `text` whose first column is headed so; the headings come first. */
export function tableOf(text: string, heading: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => new RegExp(`^\\| ${heading}\\s*\\|`).test(line));
  const end = lines.findIndex((line, place) => place > start && !line.startsWith("|"));
  return lines
    .slice(start, end)
    .filter((line) => !/^\| -+/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
