import path from "node:path";
import { describe, expect, it } from "vitest";
import { SoundLibrary } from "../../../src/main/practice-line/sound-library";
import { writeWave } from "../../../src/main/practice-line/wave";

const library = new SoundLibrary(path.resolve(import.meta.dirname, "../../../resources/practice"));
const LIMITS = { conversation: [15, 70], machine: [6, 20], hung_up_immediately: [1, 4] } as const;

describe("the recordings that are shipped", () => {
  it("have eight conversations, and something for each way of answering", () => {
    const count = (outcome: string) =>
      library.recordings.filter((recording) => recording.outcome === outcome).length;
    expect(count("conversation")).toBeGreaterThanOrEqual(8);
    expect(count("machine")).toBeGreaterThan(0);
    expect(count("hung_up_immediately")).toBeGreaterThan(0);
  });

  describe.each(library.recordings)("$name", (recording) => {
    const { samples } = library.sound(recording.name);

    it("lasts whole seconds, within what such a call lasts", () => {
      const [least, most] = LIMITS[recording.outcome];
      expect(samples.length).toBe(recording.seconds * 8000 * 2 * 2);
      expect(recording.seconds).toBeGreaterThanOrEqual(least);
      expect(recording.seconds).toBeLessThanOrEqual(most);
    });

    it("has speech on its track in each turn, and the turns fit into it", () => {
      for (const { channel, start, end, text } of recording.turns) {
        expect(text).not.toBe("");
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(recording.seconds);
        expect(loudness(samples, channel, start, end)).toBeGreaterThan(0.02);
      }
      expect(new Set(recording.turns.map((turn) => turn.channel))).toEqual(new Set([1, 2]));
    });

    it("is silent on the AI's track while the AI says nothing", () => {
      const [first] = recording.turns.filter((turn) => turn.channel === 2);
      expect(loudness(samples, 2, 0, first?.start ?? 0)).toBe(0);
    });
  });
});

describe("writing a WAV file", () => {
  it("cuts to whole seconds and keeps both tracks, or mixes them", () => {
    const samples = Buffer.alloc(2 * 32_000);
    samples.writeInt16LE(1000, 0);
    samples.writeInt16LE(-300, 2);
    const dual = writeWave({ samples }, 1, 2);
    const mono = writeWave({ samples }, 1, 1);
    expect([dual.length, mono.length]).toEqual([44 + 32_000, 44 + 16_000]);
    expect([dual.readInt16LE(44), dual.readInt16LE(46)]).toEqual([1000, -300]);
    expect(mono.readInt16LE(44)).toBe(700);
  });
});

/** Root mean square of a track from second to second, 0 to 1. */
function loudness(samples: Buffer, channel: 1 | 2, from: number, to: number): number {
  const first = Math.round(from * 8000);
  const last = Math.round(to * 8000);
  let sum = 0;
  for (let frame = first; frame < last; frame += 1) {
    sum += (samples.readInt16LE(frame * 4 + (channel - 1) * 2) / 0x8000) ** 2;
  }
  return Math.sqrt(sum / (last - first));
}
