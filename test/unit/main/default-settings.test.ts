import { expect, test } from "vitest";
import { defaultSettings } from "../../../src/main/api/default-settings";
import { dailyHours } from "../../../src/shared/calling-hours";
import { settings } from "../../../src/shared/settings";

test("nobody is called at night on a live account unless the supervisor says so", () => {
  expect(defaultSettings("live", "Europe/Berlin").callingHours).toEqual({
    slots: dailyHours("08:00", "21:00"),
    zone: "contact-or-campaign",
    timeZone: "Europe/Berlin",
  });
});

test.each(["practice", "test"] as const)("in %s mode nobody's phone rings, at any time", (mode) => {
  expect(defaultSettings(mode, "Europe/Berlin").callingHours).toBeNull();
});

test.each(["practice", "live", "test"] as const)(
  "what is in force in %s mode can be used",
  (mode) => {
    expect(settings.safeParse(defaultSettings(mode, "UTC")).success).toBe(true);
  },
);
