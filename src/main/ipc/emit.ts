import type { z } from "zod";
import { events, type EventName, type Events } from "../../shared/ipc/contract";

/** Tells the pages that something happened. */
export type Emit = <N extends EventName>(name: N, payload: z.input<Events[N]>) => void;

/** Parsed by the contract before it is sent: what no schema names does not get out. */
export function emitThrough(send: (name: EventName, payload: unknown) => void): Emit {
  return (name, payload) => send(name, events[name].parse(payload));
}
