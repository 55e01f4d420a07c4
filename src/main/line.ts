import { randomBytes } from "node:crypto";
import path from "node:path";
import type { CarrierMode, Credentials, PracticeMix } from "../shared/settings";
import type { Clock } from "./dialing/ports";
import type { Environment } from "./environment";
import { startPracticeLine } from "./practice-line/start";
import { fastClock, systemClock, type ClockRate } from "./system-clock";

/** Which carrier is called, decided at the start for as long as the application runs. */
export type LineChoice =
  | { readonly mode: "practice" }
  | { readonly mode: "live"; readonly credentials: Credentials }
  | { readonly mode: "test"; readonly credentials: Credentials; readonly url: string };

/** The environment's carrier goes before the account that is kept; without either it is practice. */
export function chooseLine(environment: Environment, kept: Credentials | null): LineChoice {
  if (environment.testCarrier) return { mode: "test", ...environment.testCarrier };
  return kept ? { mode: "live", credentials: kept } : { mode: "practice" };
}

/** The way to the carrier, open. */
export interface Line {
  readonly mode: CarrierMode;
  readonly credentials: Credentials;
  /** Null: Twilio itself. */
  readonly baseUrl: string | null;
  readonly clock: Clock;
  /** Changes what comes of practice calls; elsewhere nothing. */
  setPracticeMix(mix: PracticeMix): void;
  close(): Promise<void>;
}

/** How time passes on the way to a carrier. Practice has a time of its own. */
export interface LineTime {
  readonly clock: Clock;
  /** Milliseconds of the computer's after which a request counts as unanswered. */
  readonly requestTimeOut: number;
}

export interface PracticeOptions {
  /** Where the practice line keeps its calls. */
  readonly folder: string;
  readonly resources: string;
  readonly workers: string;
  readonly mix: PracticeMix;
  readonly speed: number;
  /**
   * The latest moment that the store knows. Practice that ran fast is ahead of the wall clock:
   * its time goes on from there, or retries would wait for hours.
   */
  readonly latestInstant: number | null;
  readonly onFailure: (error: Error) => void;
}

export async function openLine(
  choice: LineChoice,
  practice: PracticeOptions,
  time?: LineTime,
): Promise<Line> {
  if (choice.mode !== "practice") {
    return {
      mode: choice.mode,
      credentials: choice.credentials,
      baseUrl: choice.mode === "test" ? choice.url : null,
      clock: time?.clock ?? systemClock(),
      setPracticeMix: () => undefined,
      close: () => Promise.resolve(),
    };
  }
  return openPracticeLine(practice);
}

async function openPracticeLine(options: PracticeOptions): Promise<Line> {
  const credentials = practiceCredentials();
  const anchorReal = Date.now();
  const rate: ClockRate = {
    anchorReal,
    anchorVirtual: Math.max(anchorReal, options.latestInstant ?? 0),
    speed: options.speed,
  };
  const line = await startPracticeLine({
    accountSid: credentials.accountSid,
    authToken: credentials.secret,
    folder: options.folder,
    resources: path.join(options.resources, "practice"),
    mix: options.mix,
    clock: rate,
    workerFile: path.join(options.workers, "practice-line-worker.cjs"),
    onFailure: options.onFailure,
  });
  return {
    mode: "practice",
    credentials,
    baseUrl: line.url,
    clock: fastClock(rate),
    setPracticeMix: (mix) => line.setMix(mix),
    close: () => line.close(),
  };
}

/** Made anew at each start: nobody else on this computer can use the practice line. */
function practiceCredentials(): Credentials {
  return {
    accountSid: `AC${"0".repeat(32)}`,
    apiKeySid: null,
    secret: randomBytes(16).toString("hex"),
  };
}
