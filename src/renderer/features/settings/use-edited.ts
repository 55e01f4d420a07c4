import { useState } from "react";
import type { Setting } from "./settings-context";

/** A setting of several fields: what was edited stays on screen until it can be used and is saved. */
export function useEdited<T>(setting: Setting<T>) {
  const [edited, setEdited] = useState<{ readonly value: T } | null>(null);
  const change = async (value: T) => {
    setEdited({ value });
    if (await setting.save(value)) setEdited(null);
  };
  return { value: edited ? edited.value : setting.value, change };
}
