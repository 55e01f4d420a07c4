import { expect, test } from "vitest";
import { readContactFields } from "../../../src/main/audience";
import type { ContactFields } from "../../../src/shared/contact";
import { phoneNumber } from "../../../src/shared/phone-number";

const fields = (changes: Partial<ContactFields> = {}): ContactFields => ({
  name: "Ana",
  phone: "+1 415 555 0132",
  alternatePhones: [],
  externalId: "",
  timeZone: null,
  variables: {},
  ...changes,
});

const IN_CALIFORNIA = {
  phone: phoneNumber.parse("+14155550132"),
  country: "US",
  timeZones: ["America/Los_Angeles"],
};

const zones = (changes: Partial<ContactFields>, before: Parameters<typeof readContactFields>[1]) =>
  readContactFields(fields(changes), before, "en-US").timeZones;

test("keeps what was typed as an import would, and nothing that is empty", () => {
  const typed = fields({
    phone: "(415) 555-0132",
    alternatePhones: ["415 555 0133", " ", "+14155550133", "+14155550132"],
    externalId: "K-1",
    variables: { plan: "Gold", city: "" },
  });
  expect(readContactFields(typed, null, "en-US")).toEqual({
    name: "Ana",
    phone: "+14155550132",
    country: "US",
    lineType: "FIXED_LINE_OR_MOBILE",
    timeZones: ["America/Los_Angeles"],
    externalId: "K-1",
    alternatePhones: ["+14155550133"],
    variables: { plan: "Gold" },
  });
});

test("reads numbers without a country code as those of the contact's country", () => {
  const german = { ...IN_CALIFORNIA, country: "DE" };
  const typed = fields({ phone: "030 23125417" });
  expect(readContactFields(typed, german, "en-US").phone).toBe("+493023125417");
  expect(readContactFields(typed, null, "de-DE").phone).toBe("+493023125417");
});

test("names the field whose number cannot be kept", () => {
  const read = (changes: Partial<ContactFields>) => () =>
    readContactFields(fields(changes), null, "en-US");
  expect(read({ phone: " " })).toThrow("Give the contact a phone number.");
  const wrong = expect.objectContaining({ field: "alternatePhones" }) as unknown;
  expect(read({ alternatePhones: ["12"] })).toThrow(expect.objectContaining({ error: wrong }));
});

test("a zone that only the number told goes with the number; a chosen one stays", () => {
  const shown = { timeZone: "America/Los_Angeles" };
  expect(zones({ ...shown, phone: "+12125550147" }, IN_CALIFORNIA)).toEqual(["America/New_York"]);
  const chosen = { ...IN_CALIFORNIA, timeZones: ["Asia/Tokyo"] };
  const typed = { timeZone: "Asia/Tokyo", phone: "+12125550147" };
  expect(zones(typed, chosen)).toEqual(["Asia/Tokyo"]);
  expect(zones({ timeZone: null }, chosen)).toEqual(["America/Los_Angeles"]);
});

test("several zones that came with a file stay as long as the number does", () => {
  const several = { ...IN_CALIFORNIA, timeZones: ["Asia/Tokyo", "Asia/Seoul"] };
  expect(zones({ name: "Another" }, several)).toEqual(["Asia/Tokyo", "Asia/Seoul"]);
  expect(zones({ phone: "+12125550147" }, several)).toEqual(["America/New_York"]);
});
