import { z } from "zod";
import { DEFAULT_DIALING, dialingSettings, type DialingSettings } from "../../../shared/campaign";

/** Once detection and reaction were one choice. */
const ONE_CHOICE: Readonly<Record<string, Partial<DialingSettings>>> = {
  detect: { machineDetection: "wait", machineReaction: "talk" },
  hang_up: { machineDetection: "wait", machineReaction: "hang_up" },
};

/** A setting that an earlier version did not have is by default as if it were not there. */
const stored = z.preprocess((value) => {
  const settings = z.looseObject({ machineDetection: z.string() }).parse(value);
  return { ...DEFAULT_DIALING, ...settings, ...ONE_CHOICE[settings.machineDetection] };
}, dialingSettings);

/** @param json a campaign's settings, as this or an earlier version wrote them */
export function storedDialing(json: string): DialingSettings {
  return stored.parse(JSON.parse(json));
}
