import { createContext, useContext } from "react";
import type { RequestOutput } from "../../shared/ipc/contract";

export type AppInfo = RequestOutput<"app.info">;

export const AppInfoContext = createContext<AppInfo | null>(null);

/** Version, account and mode, and the supervisor's time zone: fixed while the application runs. */
export function useAppInfo(): AppInfo {
  const info = useContext(AppInfoContext);
  if (!info) throw new Error("useAppInfo is for parts inside the shell.");
  return info;
}

/** The supervisor's time zone: the one in which every moment is shown. */
export function useTimeZone(): string {
  return useAppInfo().timeZone;
}
