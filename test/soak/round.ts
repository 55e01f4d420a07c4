import { mkdir } from "node:fs/promises";
import path from "node:path";
import { chanceFrom } from "../../src/main/practice-line/chance";
import { Application } from "./application/application";
import type { ApplicationSetting } from "./application/messages";
import { drawBlow, Executioner } from "./blow";
import { ACCOUNT_SID, AUTH_TOKEN, FaultyCarrier, type Moment } from "./carrier/faulty-carrier";
import { prepareCampaigns } from "./prepare";
import { checkBooks } from "./promises/books";
import type { BrokenPromise } from "./promises/broken";
import { checkCalls } from "./promises/calls";
import { readKept } from "./promises/evidence";
import { checkRecordings } from "./promises/recordings";
import { countRound, type Figures } from "./figures";
import { Supervisor } from "./supervisor";
import { REQUEST_TIME_OUT, timeFrom } from "./world";

export interface RoundOptions {
  /** Decides on calls, faults and blows. When exactly they meet is up to the computer. */
  readonly seed: number;
  readonly kills: number;
  /** Of each of the two campaigns; at most 600. */
  readonly contacts: number;
  /** Longest life of an application that is killed, in real milliseconds. */
  readonly longestLife: number;
  /** An empty folder: everything is kept there. */
  readonly folder: string;
  /** Folder of the built application. */
  readonly built: string;
}

export interface RoundReport {
  readonly figures: Figures;
  readonly broken: readonly BrokenPromise[];
}

/** Real milliseconds that the campaigns may take to complete once nobody kills any more. */
const TIME_TO_COMPLETE = 120_000;

/**
 * Two campaigns from their start until they have completed, through as many sudden ends of the
 * application as asked for, or as many as it takes if that is fewer.
 */
export class Round {
  private readonly dataFolder: string;
  private readonly carrier: FaultyCarrier;
  private readonly supervisor: Supervisor;
  private readonly broken: BrokenPromise[] = [];
  private readonly blows = new Map<string, number>();
  private kills = 0;
  private executioner: Executioner | null = null;
  private next: Application | null = null;
  private readonly rate = timeFrom(Date.now());

  constructor(private readonly options: RoundOptions) {
    this.dataFolder = path.join(options.folder, "data");
    this.carrier = new FaultyCarrier({
      seed: String(options.seed),
      folder: path.join(options.folder, "carrier"),
      rate: this.rate,
      onMoment: (moment: Moment) => this.executioner?.heard(moment),
    });
    this.supervisor = new Supervisor(() => this.carrier.now());
  }

  async play(): Promise<RoundReport> {
    await mkdir(this.dataFolder, { recursive: true });
    const setting = this.setting(await this.carrier.open());
    try {
      await this.prepare(setting);
      while (this.kills < this.options.kills && !this.supervisor.allCompleted) {
        await this.liveAndDie(setting);
      }
      await this.liveToTheEnd(setting);
      return await this.judge();
    } finally {
      this.next?.kill();
      await this.carrier.close();
    }
  }

  private setting(carrierUrl: string): ApplicationSetting {
    return {
      dataFolder: this.dataFolder,
      workers: this.options.built,
      carrierUrl,
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      rate: this.rate,
      requestTimeOut: REQUEST_TIME_OUT,
    };
  }

  private application(setting: ApplicationSetting): Application {
    const create = () =>
      new Application(setting, (detail) =>
        this.broken.push({ promise: "nothing breaks", detail: `life ${this.kills}: ${detail}` }),
      );
    const application = this.next ?? create();
    this.next = this.kills < this.options.kills ? create() : null;
    return application;
  }

  private async prepare(setting: ApplicationSetting): Promise<void> {
    const application = this.application(setting);
    await application.open();
    await prepareCampaigns(application, this.options.folder, this.options.contacts);
    await application.close();
  }

  private async liveAndDie(setting: ApplicationSetting): Promise<void> {
    const chance = chanceFrom(`${this.options.seed} life ${this.kills}`);
    const application = this.application(setting);
    const blow = drawBlow(chance, this.options.longestLife);
    const executioner = new Executioner(blow, () => application.kill());
    this.executioner = executioner;
    await this.live(application, false);
    await application.ended;
    this.kills += 1;
    const at = executioner.fellAt ?? "any time";
    this.blows.set(at, (this.blows.get(at) ?? 0) + 1);
    this.broken.push(...(await checkBooks(this.dataFolder)));
  }

  private async liveToTheEnd(setting: ApplicationSetting): Promise<void> {
    this.executioner = null;
    const application = this.application(setting);
    const limit = setTimeout(() => application.kill(), TIME_TO_COMPLETE);
    await this.live(application, true);
    clearTimeout(limit);
    this.broken.push(...(await checkRecordings(this.dataFolder)));
    await application.close().catch(() => undefined);
    this.broken.push(...(await checkBooks(this.dataFolder)));
  }

  private async live(application: Application, calm: boolean): Promise<void> {
    const chance = chanceFrom(`${this.options.seed} supervisor ${this.kills}`);
    try {
      await application.open();
    } catch {
      return;
    }
    await this.supervisor.mind(application, chance, calm);
  }

  private async judge(): Promise<RoundReport> {
    const kept = await readKept(this.dataFolder);
    const { orders } = this.carrier;
    const { pauses } = this.supervisor;
    const evidence = { ...kept, calls: this.carrier.calls(), orders, pauses };
    const broken = [...this.broken, ...this.supervisor.broken, ...checkCalls(evidence)];
    const { kills, blows, carrier, supervisor } = this;
    const figures = countRound({ evidence, kills, blows, carrier, resumed: supervisor.resumed });
    return { figures, broken };
  }
}
