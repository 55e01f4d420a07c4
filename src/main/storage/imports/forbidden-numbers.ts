import type { Instant } from "../../../shared/instant";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { DatabaseFile } from "../dialect/database-file";

const NONE: ReadonlySet<PhoneNumber> = new Set();

/** Which of these are on the do-not-call list now. */
export async function forbiddenNumbers(
  connection: DatabaseFile,
  numbers: readonly PhoneNumber[],
  now: Instant,
): Promise<ReadonlySet<PhoneNumber>> {
  const [list] = await connection.rows("select exists (select 1 from do_not_call) as filled", []);
  if (list?.filled === 0) return NONE;
  const rows = await connection.rows(
    `select phone from do_not_call
    where phone in (select value from json_each(?)) and (expires_at is null or expires_at > ?)`,
    [JSON.stringify(numbers), now],
  );
  return new Set(rows.map(({ phone }) => phone as PhoneNumber));
}
