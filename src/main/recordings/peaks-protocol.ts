import type { SoundReport } from "./examine-sound";

export interface ToPeaksWorker {
  readonly id: number;
  readonly recording: string;
}

export type FromPeaksWorker =
  | { readonly id: number; readonly report: SoundReport }
  | { readonly id: number; readonly failure: string };
