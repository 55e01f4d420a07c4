import { createContext, useContext, useState } from "react";
import { settings as settingsSchema, type Settings } from "../../../shared/settings";
import { errorOf, request } from "../../api/client";

interface SettingsInForce {
  readonly settings: Settings;
  readonly onSaved: (settings: Settings) => void;
}

export const SettingsContext = createContext<SettingsInForce | null>(null);

export interface Setting<T> {
  /** As it is in force. */
  readonly value: T;
  /** What was saved last is in force: said beside the field. */
  readonly saved: boolean;
  /** Why what was given last is not in force, or null. */
  readonly problem: string | null;
  /** Takes what a field gives, whatever that is; answers whether it could be used and is saved. */
  readonly save: (given: unknown) => Promise<boolean>;
}

/** One setting of the page: its value, and how saving it went. */
export function useSetting<K extends keyof Settings>(name: K): Setting<Settings[K]> {
  const inForce = useContext(SettingsContext);
  if (!inForce) throw new Error("useSetting is for parts of the settings page.");
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (given: unknown) => {
    setSaved(false);
    const parsed = settingsSchema.shape[name].safeParse(given);
    if (!parsed.success) {
      setProblem(parsed.error.issues[0]?.message ?? "This cannot be used.");
      return false;
    }
    try {
      inForce.onSaved(await request("settings.update", { [name]: parsed.data }));
      setProblem(null);
      setSaved(true);
      return true;
    } catch (caught) {
      const { message, advice } = errorOf(caught);
      setProblem(advice ? `${message} ${advice}` : message);
      return false;
    }
  };
  return { value: inForce.settings[name], saved, problem, save };
}
