import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Settings } from "../../shared/settings";
import { useEvent } from "../api/use-event";
import { useRequest } from "../api/use-request";

/** Carries Appearance from the settings to the screen. */
export function ColorScheme() {
  const { setColorScheme } = useMantineColorScheme();
  const asked = useRequest("settings.get", null);
  const [changed, setChanged] = useState<Settings | null>(null);
  useEvent("settings.changed", setChanged);

  // `setColorScheme` is another function after each change, so this must never see an older choice.
  const chosen = (changed ?? asked.value)?.colorScheme;
  useEffect(() => {
    if (chosen) setColorScheme(chosen);
  }, [chosen, setColorScheme]);
  return null;
}
