import { useEffect, useRef } from "react";
import type { EventName, EventPayload } from "../../shared/ipc/contract";
import { listen } from "./client";

/** Hears an event while the component is on screen; `listener` may change with each render. */
export function useEvent<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => listen(name, (payload) => latest.current(payload)), [name]);
}
