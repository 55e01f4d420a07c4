import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import type { Instant } from "../../../../shared/instant";

/** The moment, anew every ten seconds: for clocks that show minutes. */
export function useMinute(): Instant {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 10_000, { autoInvoke: true });
  return now;
}
