import type { CallQuery, CallRow } from "../../shared/call";
import { request } from "../api/client";

interface CallsShown {
  indexOf(key: string | number): number | undefined;
  rowAt(index: number): CallRow | undefined;
}

type Among = Pick<CallQuery, "campaignId" | "search" | "outcome">;

/** The latest call of which the carrier cannot tell; null when there is none. */
export async function firstUnresolved(among: Among): Promise<CallRow | null> {
  const order = { sort: "time", descending: true, offset: 0, limit: 1 } as const;
  const { rows } = await request("calls.page", { ...among, status: "UNRESOLVED", ...order });
  return rows[0] ?? null;
}

/**
 * The call to open once the one with this key is settled, in a list of unresolved ones: the one
 * after it, at the end the first that is left. Those above it may be settled, too, though the list
 * still shows them: it is not refreshed with every call.
 */
export async function nextUnresolved(
  shown: CallsShown,
  settled: string | number,
  among: Among,
): Promise<CallRow | null> {
  const index = shown.indexOf(settled);
  const after = index === undefined ? undefined : shown.rowAt(index + 1);
  return after ?? firstUnresolved(among);
}
