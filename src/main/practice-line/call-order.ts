/** What the caller asked for. */
export interface CallOrder {
  readonly to: string;
  readonly from: string;
  /** How long it may ring. */
  readonly ringTimeoutSeconds: number;
  /** How long it may last once it is answered. */
  readonly timeLimitSeconds: number;
  /** How many channels its recording is handed out with; null: it is not recorded. */
  readonly recordingChannels: 1 | 2 | null;
  readonly machineDetection: "Enable" | "DetectMessageEnd" | null;
}
