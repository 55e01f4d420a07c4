import { describe, expect, it } from "vitest";
import { KnownNumbers } from "../../../src/main/storage/imports/known-numbers";
import { merged, type NewContact } from "../../../src/main/storage/imports/new-contact";
import { sortOut } from "../../../src/main/storage/imports/sort-out";
import { phoneNumber } from "../../../src/shared/phone-number";

const ANA = phoneNumber.parse("+14155550100");
const BO = phoneNumber.parse("+14155550101");

const row = (line: number, phone = ANA, more: Partial<NewContact> = {}): NewContact => ({
  line,
  name: `Line ${line}`,
  phone,
  variables: {},
  ...more,
});

function known(...entries: [typeof ANA, number][]): KnownNumbers {
  const numbers = new KnownNumbers();
  for (const [phone, contact] of entries) numbers.set(phone, contact);
  return numbers;
}

describe("rows whose number comes twice", () => {
  it("are left out after the first, by line", () => {
    const sorted = sortOut([row(2), row(3, BO), row(4), row(5, BO)], known([BO, 7]), "skip");
    expect(sorted.fresh.map(({ line }) => line)).toEqual([2]);
    expect(sorted.duplicates).toEqual([3, 4, 5]);
    expect(sorted.updates.size).toBe(0);
  });

  it("update the contact that is there, or the row before, the last one being right", () => {
    const sorted = sortOut([row(2), row(3, BO), row(4), row(5, BO)], known([BO, 7]), "update");
    expect(sorted.fresh).toMatchObject([{ phone: ANA, name: "Line 4" }]);
    expect([...sorted.updates]).toMatchObject([[7, { name: "Line 5" }]]);
    expect(sorted).toMatchObject({ updatedRows: 3, duplicates: [] });
  });

  it("are all contacts of their own where they are kept", () => {
    const sorted = sortOut([row(2), row(3), row(4, BO)], known([BO, 7]), "keep");
    expect(sorted.fresh.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(sorted.duplicates).toEqual([]);
  });
});

describe("two rows of one contact", () => {
  it("complete each other: an empty cell takes nothing away", () => {
    const earlier = row(2, ANA, {
      name: "Ana",
      variables: { plan: "gold", city: "Rome" },
      externalId: "7",
      timeZones: ["America/New_York"],
      alternatePhones: [BO],
    });
    const later = row(3, ANA, { name: "", variables: { plan: "tin" }, timeZones: null });
    expect(merged(earlier, later)).toEqual({
      ...earlier,
      variables: { plan: "tin", city: "Rome" },
    });
  });

  it("take the later one's zone where the file says it", () => {
    const earlier = row(2, ANA, { timeZones: ["America/New_York"] });
    const later = row(3, ANA, { timeZones: ["Europe/Rome"], zonesAreGiven: true });
    expect(merged(earlier, later)).toMatchObject({ timeZones: ["Europe/Rome"] });
  });
});
