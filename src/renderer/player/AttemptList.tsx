import type { Attempt } from "../../shared/call";
import { useTimeZone } from "../api/app-info";
import { formatDay, formatDuration, formatTimeToSecond } from "../ui/format";
import styles from "./AttemptList.module.css";
import { attemptWords } from "./call-words";

/** Every dial of the contact in this campaign, the first one on top. */
export function AttemptList({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const zone = useTimeZone();
  return (
    <table className={styles.attempts}>
      <thead>
        <tr>
          <th scope="col" data-align="right">
            No.
          </th>
          <th scope="col">Started</th>
          <th scope="col">Outcome</th>
          <th scope="col" data-align="right">
            Duration
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <tr key={attempt.id}>
            <td data-align="right">{attempt.number}</td>
            <td>
              {formatDay(attempt.startedAt, zone)}, {formatTimeToSecond(attempt.startedAt, zone)}
            </td>
            <td>
              {attemptWords(attempt)}
              {attempt.reason && <div className={styles.reason}>{attempt.reason}</div>}
            </td>
            <td data-align="right">
              {attempt.answeredAt === null || attempt.durationSeconds === null
                ? "–"
                : formatDuration(attempt.durationSeconds)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
