import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { useEvent } from "../api/use-event";
import { useRequest } from "../api/use-request";

/** Carries Appearance from the settings to the screen. */
export function ColorScheme() {
  const { setColorScheme } = useMantineColorScheme();
  const settings = useRequest("settings.get", null);
  useEvent("settings.changed", (changed) => setColorScheme(changed.colorScheme));

  const chosen = settings.value?.colorScheme;
  useEffect(() => {
    if (chosen) setColorScheme(chosen);
  }, [chosen, setColorScheme]);
  return null;
}
