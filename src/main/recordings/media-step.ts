import type { Fault } from "../dialing/ports";

/** It is not to be had now. `fault` null: the carrier answers, but has nothing ready. */
export interface Later {
  readonly kind: "later";
  readonly fault: Fault | null;
}

/** It will never be had. */
export interface Absent {
  readonly kind: "absent";
  readonly reason: string;
}
