/** What the processes of the pace bench tell each other. */
export interface CarrierSetting {
  readonly accountSid: string;
  readonly authToken: string;
  readonly folder: string;
}

export interface PeerSetting {
  readonly url: string;
  readonly pace: number;
  readonly starts: number;
}

export interface ToCarrier {
  readonly kind: "tell-moments";
}

export type FromCarrier =
  | { readonly kind: "open"; readonly url: string }
  /** By contender: when its requests to start a call arrived, in milliseconds. */
  | { readonly kind: "moments"; readonly moments: Readonly<Record<string, readonly number[]>> };
