import type { Finding } from "./bench";

const headings = ["name", "what", "ours", "unit", "against", "theirs", "ratio", "goal", "met"];

/** Figures to three places that say something. */
const figure = (value: number | null) =>
  value === null ? "–" : value >= 1_000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

/** The findings as columns that line up. */
export function table(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.name,
    finding.what,
    figure(finding.ours),
    finding.unit,
    finding.against ?? "–",
    figure(finding.theirs),
    figure(finding.ratio),
    finding.goal,
    finding.met ? "yes" : "NO",
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]!.length)),
  );
  return [headings, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
