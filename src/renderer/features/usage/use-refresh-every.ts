import { useEffect } from "react";

/** Calls `refresh` at that interval while the page is to be seen. */
export function useRefreshEvery(intervalMs: number, refresh: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) refresh();
    }, intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs, refresh]);
}
