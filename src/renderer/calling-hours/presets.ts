import { dailyHours, type CallingHours } from "../../shared/calling-hours";

interface Preset {
  readonly name: string;
  /** Who says so: no legal advice, but where to read on. */
  readonly source: string;
  readonly hours: Pick<CallingHours, "slots" | "zone">;
}

/** Hours that laws name, by the contact's own clock. */
export const PRESETS: readonly Preset[] = [
  {
    name: "United States: 8:00–21:00",
    source: "47 CFR 64.1200(c)(1), in the called party's local time",
    hours: { slots: dailyHours("08:00", "21:00"), zone: "contact" },
  },
  {
    name: "Florida: 8:00–20:00",
    source: "Florida, in the called party's local time",
    hours: { slots: dailyHours("08:00", "20:00"), zone: "contact" },
  },
  {
    name: "Alabama, Louisiana: 8:00–21:00, no Sundays",
    source: "Holidays, on which they allow no calls either, are not known here",
    hours: { slots: dailyHours("08:00", "21:00", [1, 2, 3, 4, 5, 6]), zone: "contact" },
  },
];
