import { VisuallyHidden } from "@mantine/core";
import type { Usage } from "../../../shared/usage";
import { formatCount, formatNumberOf } from "../../ui/format";
import styles from "./DayChart.module.css";
import { dayWords, everyDay } from "./days";

interface DayChartProps {
  readonly month: string;
  readonly days: Usage["perDay"];
}

/** Minutes by day as bars; for a screen reader the same as a table. */
export function DayChart({ month, days }: DayChartProps) {
  const all = everyDay(month, days);
  const most = Math.max(1, ...all.map(({ minutes }) => minutes));
  return (
    <section aria-labelledby="days-title">
      <h2 id="days-title" className={styles.title}>
        Minutes by day <small>at most {formatCount(most)} min</small>
      </h2>
      <div className={styles.chart} aria-hidden>
        {all.map(({ day, minutes, calls }, index) => (
          <div
            key={day}
            className={styles.day}
            title={`${dayWords(day)}: ${formatCount(minutes)} min, ${formatNumberOf(calls, "call")}`}
          >
            <div className={styles.room}>
              <div className={styles.bar} style={{ height: `${(minutes / most) * 100}%` }} />
            </div>
            <span className={styles.number}>{index + 1}</span>
          </div>
        ))}
      </div>
      <VisuallyHidden>
        <table>
          <caption>Minutes by day</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Minutes</th>
              <th scope="col">Calls</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, minutes, calls }) => (
              <tr key={day}>
                <th scope="row">{dayWords(day)}</th>
                <td>{formatCount(minutes)}</td>
                <td>{formatCount(calls)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </section>
  );
}
