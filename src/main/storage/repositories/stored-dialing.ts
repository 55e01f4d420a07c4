import { z } from "zod";
import { DEFAULT_DIALING, dialingSettings, type DialingSettings } from "../../../shared/campaign";

/** What campaigns stored by earlier versions lack: such a campaign goes on as it did. */
const ADDED_LATER = {
  retryRules: DEFAULT_DIALING.retryRules,
  retryAtOtherTimesOfDay: DEFAULT_DIALING.retryAtOtherTimesOfDay,
  machineReaction: DEFAULT_DIALING.machineReaction,
};

/** Once detection and reaction were one choice. */
const ONE_CHOICE: Readonly<Record<string, Partial<DialingSettings>>> = {
  detect: { machineDetection: "wait", machineReaction: "talk" },
  hang_up: { machineDetection: "wait", machineReaction: "hang_up" },
};

const stored = z.preprocess((value) => {
  const { machineDetection } = z.object({ machineDetection: z.string() }).parse(value);
  return { ...ADDED_LATER, ...z.looseObject({}).parse(value), ...ONE_CHOICE[machineDetection] };
}, dialingSettings);

/** @param json a campaign's settings, as this or an earlier version wrote them */
export function storedDialing(json: string): DialingSettings {
  return stored.parse(JSON.parse(json));
}
