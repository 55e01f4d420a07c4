import type { ClockRate } from "../../../src/main/system-clock";
import type { Result } from "../../../src/shared/app-error";

/** What an application without a window is opened with. Plain data: it crosses to its process. */
export interface ApplicationSetting {
  readonly dataFolder: string;
  /** Folder of the built workers. */
  readonly workers: string;
  readonly carrierUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** The carrier's time, which the application shares. */
  readonly rate: ClockRate;
  /** Milliseconds of the computer's. */
  readonly requestTimeOut: number;
}

export type ToApplication =
  | { readonly kind: "open"; readonly setting: ApplicationSetting }
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: "close" };

export type FromApplication =
  | { readonly kind: "opened" }
  | { readonly kind: "answer"; readonly id: number; readonly result: Result<unknown> }
  /** What the application calls an error in its log. */
  | { readonly kind: "problem"; readonly message: string };
