import type { ClockSetting } from "./clock";
import type { PracticeMix } from "./mix";
import type { PracticeServerOptions } from "./server";

/** What the worker is started with. */
export interface WorkerSetting extends Omit<PracticeServerOptions, "clock"> {
  readonly clock: ClockSetting;
}

export type ToWorker =
  { readonly kind: "set-mix"; readonly mix: PracticeMix } | { readonly kind: "close" };

export type FromWorker =
  { readonly kind: "open"; readonly url: string } | { readonly kind: "closed" };
