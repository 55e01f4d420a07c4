import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Figures } from "./figures";
import type { BrokenPromise } from "./promises/broken";
import { Round, type RoundReport } from "./round";

/** Kills of one round, and contacts that make it last so long. */
const ROUND = { kills: 30, contacts: 110, longestLife: 2_400 };

/** Rounds side by side: each spends most of its time waiting for calls to end. */
const LANES = 2;

/** Rounds, each with a seed and a store of its own, until the application was killed so often. */
export class Soak {
  readonly figures: Figures[] = [];
  readonly broken: BrokenPromise[] = [];
  private readonly began = Date.now();
  private kills = 0;
  private planned = 0;

  constructor(
    private readonly wanted: number,
    private nextSeed: number,
    private readonly built: string,
    private readonly say: (line: string) => void,
  ) {}

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, () => this.lane()));
  }

  private async lane(): Promise<void> {
    while (this.planned < this.wanted) {
      const kills = Math.min(ROUND.kills, this.wanted - this.planned);
      this.planned += kills;
      const inRound = await this.round(this.nextSeed++, kills);
      this.planned -= kills - inRound;
    }
  }

  private async round(seed: number, kills: number): Promise<number> {
    const folder = await mkdtemp(path.join(tmpdir(), "paceline-soak-"));
    const round = new Round({ ...ROUND, kills, seed, folder, built: this.built });
    const { figures, broken } = await round.play();
    const inRound = figures.get("kills") ?? 0;
    this.kills += inRound;
    this.figures.push(figures);
    this.broken.push(...broken);
    this.sayRound(seed, inRound, broken);
    if (broken.length > 0) this.sayBroken(broken, `--kills ${kills} --seed ${seed}`, folder);
    else await rm(folder, { recursive: true, force: true });
    return inRound;
  }

  private sayRound(seed: number, kills: number, broken: RoundReport["broken"]): void {
    const minutes = ((Date.now() - this.began) / 60_000).toFixed(1);
    const word = broken.length === 0 ? "all promises kept" : "BROKEN";
    this.say(
      `seed ${seed}: ${kills} kills, ${word} · ${this.kills}/${this.wanted} after ${minutes} min`,
    );
  }

  private sayBroken(broken: RoundReport["broken"], replay: string, folder: string): void {
    for (const { promise, detail } of broken) this.say(`  ${promise}: ${detail}`);
    this.say(`  Replay: npm run soak -- ${replay}`);
    this.say(`  The store and the carrier's journal are kept in ${folder}`);
  }
}
