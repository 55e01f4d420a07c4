import { isTimeZone } from "../../../shared/time-zone";
import { ZONES_BY_PREFIX } from "./zones-by-prefix";

/**
 * Calling codes of half a continent, +1 and +7, say as good as nothing where the digits after them
 * are no area's: in no hour is it day in all their zones.
 */
const TOO_MANY = 12;

interface Branch {
  zones: readonly string[] | null;
  readonly digits: Branch[];
}

let root: Branch | null = null;

/** IANA zones in which a number (E.164) may be at home, by its longest known prefix; null: not known. */
export function zonesOfNumber(phone: string): readonly string[] | null {
  let branch = (root ??= growTree());
  let zones: readonly string[] | null = null;
  for (let at = 1; at < phone.length; at += 1) {
    const next = branch.digits[Number(phone[at])];
    if (next === undefined) break;
    branch = next;
    zones = branch.zones ?? zones;
  }
  return zones === null || zones.length > TOO_MANY ? null : zones;
}

function growTree(): Branch {
  const tree: Branch = { zones: null, digits: [] };
  for (const line of ZONES_BY_PREFIX.trim().split("\n")) {
    const [prefixes = "", names = ""] = line.split(": ");
    // The system's own data may be older than the map.
    const zones = names.split(" ").filter(isTimeZone);
    for (const prefix of prefixes.split(" ")) branchOf(tree, prefix).zones = zones;
  }
  return tree;
}

function branchOf(tree: Branch, prefix: string): Branch {
  let branch = tree;
  for (const digit of prefix) {
    branch = branch.digits[Number(digit)] ??= { zones: null, digits: [] };
  }
  return branch;
}
