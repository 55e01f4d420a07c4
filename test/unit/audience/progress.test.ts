import { describe, expect, it } from "vitest";
import { progressReporter } from "../../../src/main/audience/progress";
import type { TaskProgress } from "../../../src/main/audience/worker-protocol";

function reporter() {
  const reports: TaskProgress[] = [];
  let now = 5_000;
  const report = progressReporter(
    (progress) => reports.push(progress),
    () => now,
  );
  return {
    reports,
    after(milliseconds: number, bytesRead: number, rows: number) {
      now += milliseconds;
      report({ bytes: 1_000, bytesRead, rows });
    },
  };
}

describe("telling how far an import is", () => {
  it("tells at most ten times a second, and always the end", () => {
    const { reports, after } = reporter();
    for (let step = 1; step <= 100; step += 1) after(10, step * 10, step);
    expect(reports.map(({ rows }) => rows)).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 100]);
  });

  it("tells rows per second, and the time left once the rate has settled", () => {
    const { reports, after } = reporter();
    after(100, 100, 50);
    after(900, 250, 500);
    expect(reports).toMatchObject([
      { rate: 500, secondsLeft: null },
      { rate: 500, secondsLeft: 3 },
    ]);
  });
});
