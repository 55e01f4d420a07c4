import { afterEach, expect, test, vi } from "vitest";
import { nextUnresolved } from "../../../src/renderer/player/next-unresolved";
import type { CallRow } from "../../../src/shared/call";

const AMONG = { campaignId: null, search: "", outcome: null };

const call = (name: string) => ({ name }) as CallRow;

/** What the list shows, and what is still unresolved in truth. */
function listOf(shown: readonly string[], left: readonly string[]) {
  const rows = left.slice(0, 1).map(call);
  const paceline = {
    request: () => Promise.resolve({ ok: true, value: { total: left.length, rows } }),
  };
  vi.stubGlobal("window", { paceline });
  return {
    indexOf: (key: string | number) => {
      const index = shown.indexOf(String(key));
      return index < 0 ? undefined : index;
    },
    rowAt: (index: number) => (shown[index] === undefined ? undefined : call(shown[index])),
  };
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["the one after it", ["a", "b", "c"], ["a", "c"], "b", "c"],
  ["at the end of the list, the first that is left", ["a", "b", "c"], ["a"], "c", "a"],
  ["not one that the list still shows though it is settled", ["a", "b"], [], "b", null],
  [
    "once the settled one has left the list, the first that is left",
    ["b", "c"],
    ["b", "c"],
    "a",
    "b",
  ],
])("opens next: %s", async (_case, shown, left, settled, next) => {
  expect((await nextUnresolved(listOf(shown, left), settled, AMONG))?.name ?? null).toBe(next);
});
