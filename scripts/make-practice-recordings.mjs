// Makes the recordings of the practice line, resources/practice, from the conversations beside this
// file: NAME.wav.gz (two tracks: customer, AI) and NAME.json (who said what, and when).
// Only their results are shipped; making them takes espeak-ng, flite and sox:
//   apt-get install espeak-ng flite sox
//   node scripts/make-practice-recordings.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const SAMPLES_PER_SECOND = 8000;
const PAUSE_SECONDS = 0.45;
const LEAD_SECONDS = 0.3;
const TAIL_SECONDS = 0.3;

const source = new URL("practice-conversations.json", import.meta.url);
const target = new URL("../resources/practice/", import.meta.url);
const { voices, recordings } = JSON.parse(readFileSync(source, "utf8"));
const workshop = mkdtempSync(join(tmpdir(), "practice-recordings-"));

for (const recording of recordings) {
  const { turns, frames } = assemble(recording);
  const { name, outcome, summary } = recording;
  const seconds = frames / SAMPLES_PER_SECOND;
  const shown = turns.filter((turn) => turn.text !== "");
  const spoken = shown.map(({ channel, start, end, text }) => ({ channel, start, end, text }));
  const facts = { name, outcome, seconds, summary, turns: spoken };
  writeFileSync(new URL(`${name}.json`, target), `${JSON.stringify(facts, null, 2)}\n`);
  writeFileSync(new URL(`${name}.wav.gz`, target), gzipSync(wave(turns, frames), { level: 9 }));
  console.log(`${name}: ${seconds} s, ${spoken.length} turns`);
}
rmSync(workshop, { recursive: true });

/** Sets the turns one after the other; a turn's third entry is its pause, less than 0 to overlap. */
function assemble(recording) {
  let clock = LEAD_SECONDS;
  const turns = recording.turns.map(([who, text, pause = PAUSE_SECONDS]) => {
    const samples = sound(who === "customer" ? recording.customer : who, text);
    const start = who === "click" ? clock : round(Math.max(LEAD_SECONDS, clock + pause));
    const end = round(start + samples.length / SAMPLES_PER_SECOND);
    clock = end;
    return { channel: who === "ai" ? 2 : 1, start, end, text, samples };
  });
  const frames = Math.ceil(clock + TAIL_SECONDS) * SAMPLES_PER_SECOND;
  return { turns, frames };
}

function sound(who, text) {
  if (who === "tone") return sine(1000, 0.6, 6000);
  if (who === "click") return sine(300, 0.015, 12000);
  return spoken(voices[who], text);
}

function sine(hertz, seconds, amplitude) {
  return Int16Array.from({ length: seconds * SAMPLES_PER_SECOND }, (_, at) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * at) / SAMPLES_PER_SECOND)),
  );
}

/** Speech in the band of a telephone, without the silence before and after it. */
function spoken({ engine, voice, pitch, tempo }, text) {
  const spokenFile = join(workshop, "spoken.wav");
  const cutFile = join(workshop, "cut.raw");
  if (engine === "flite") {
    run("flite", ["-voice", voice, "-t", text, "-o", spokenFile]);
  } else {
    run("espeak-ng", ["-v", voice, "-s", "165", "-w", spokenFile, text]);
  }
  const trim = ["silence", "1", "0.01", "0.5%", "reverse"];
  run("sox", [
    ...["-D", spokenFile, "-r", String(SAMPLES_PER_SECOND), "-c", "1", "-e", "signed", "-b", "16"],
    ...["-t", "raw", cutFile, "pitch", String(pitch), "tempo", "-s", String(tempo)],
    ...["highpass", "200", "lowpass", "3400", ...trim, ...trim, "norm", "-4"],
  ]);
  const bytes = readFileSync(cutFile);
  return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}

function run(program, parameters) {
  execFileSync(program, parameters);
}

/** A two-track WAV file of 16 bits; samples take the steps of a telephone's µ-law, as real ones do. */
function wave(turns, frames) {
  const file = Buffer.alloc(44 + frames * 4);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  file.writeUInt32LE(SAMPLES_PER_SECOND * 4, 28);
  file.writeUInt16LE(4, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(frames * 4, 40);
  for (const { channel, start, samples } of turns) {
    const first = Math.round(start * SAMPLES_PER_SECOND);
    samples.forEach((sample, at) => {
      file.writeInt16LE(telephone(sample), 44 + (first + at) * 4 + (channel - 1) * 2);
    });
  }
  return file;
}

/** The nearest value that µ-law (ITU-T G.711) knows: 16 steps in each of 8 doubling ranges. */
function telephone(sample) {
  const bias = 132;
  const size = Math.min(Math.abs(sample), 32635) + bias;
  const step = 2 ** (Math.floor(Math.log2(size)) - 4);
  const value = Math.floor(size / step) * step + step / 2 - bias;
  return Math.round(sample < 0 ? -value : value);
}

function round(seconds) {
  return Math.round(seconds * 100) / 100;
}
