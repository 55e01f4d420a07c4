/** What the soak holds the application to. */
export const PROMISES = [
  "no number has two calls at once",
  "nobody is called more often than Max Retries allows",
  "nobody is called after a final outcome",
  "retries are Retry Delay apart",
  "no contact is lost",
  "every call is owned by the attempt that placed it",
  "what is told of a call is what became of it",
  "every counter is right",
  "no call starts after Pause",
  "no minute holds more starts than Calls Per Minute",
  "no more calls at once than Max Concurrent Calls",
  "every recording arrives",
  "nothing breaks",
] as const;

export interface BrokenPromise {
  readonly promise: (typeof PROMISES)[number];
  readonly detail: string;
}
