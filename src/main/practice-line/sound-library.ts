import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PracticeOutcome } from "./mix";
import type { WaveFile } from "./wave";
import { readWave } from "./wave";

/** One turn of a conversation. Seconds from the start of the recording. */
export interface SpokenTurn {
  /** 1: the customer, who was called; 2: the AI caller. */
  readonly channel: 1 | 2;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is known of a recording that was made ahead: the JSON file beside its sound. */
export interface LibraryRecording {
  readonly name: string;
  readonly outcome: Extract<PracticeOutcome, "conversation" | "hung_up_immediately" | "machine">;
  /** Whole seconds. */
  readonly seconds: number;
  /** One sentence on what was said. */
  readonly summary: string;
  readonly turns: readonly SpokenTurn[];
}

/** The recordings shipped in resources/practice. */
export class SoundLibrary {
  readonly recordings: readonly LibraryRecording[];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.recordings = readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as LibraryRecording);
  }

  recording(name: string): LibraryRecording | null {
    return this.recordings.find((recording) => recording.name === name) ?? null;
  }

  /** The sound, read anew each time: at most a few megabytes, and seldom asked for. */
  sound(name: string): WaveFile {
    return readWave(gunzipSync(readFileSync(join(this.#folder, `${name}.wav.gz`))));
  }
}
