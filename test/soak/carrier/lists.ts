import { between, chanceFrom } from "../../../src/main/practice-line/chance";
import type { Reply } from "./reply";

interface Row {
  readonly sid: string;
}

interface Shown {
  readonly row: Row;
  readonly until: number;
}

/** How far lists are from what is so. */
export interface ListFlaws {
  /** Share of the calls that they do not show at first. */
  readonly hidden: number;
  /** Share of the rows that show for a while what was so before. */
  readonly stale: number;
  /** Rows on a page of the long list, whatever was asked for. */
  readonly pageSize: number;
  /** Rows of the page before that the next one shows again, as when rows were added meanwhile. */
  readonly repeated: number;
}

/** Small pages, so that there are some. */
const USUAL_FLAWS: ListFlaws = { hidden: 1 / 3, stale: 1 / 4, pageSize: 15, repeated: 2 };

/** Longest lag of a list, in seconds. */
const LONGEST_LAG = 8;

/** Lists that lag behind, show what was so before, and repeat rows where one page follows another. */
export class Lists {
  private readonly hiddenUntil = new Map<string, number>();
  private lastRows: readonly Row[] = [];
  private readonly stale = new Map<string, Shown>();
  hidden = 0;
  repeated = 0;

  constructor(
    private readonly seed: string,
    private readonly now: () => number,
    private readonly flaws: ListFlaws = USUAL_FLAWS,
  ) {}

  /** The long list, of all that started since then, comes in small pages whatever was asked for. */
  urlOf(url: string): string {
    return url.includes("StartTime")
      ? url.replace(/PageSize=\d+/, `PageSize=${this.flaws.pageSize}`)
      : url;
  }

  placed(sid: string): void {
    const chance = chanceFrom(`${this.seed} lag ${sid}`);
    if (chance() >= this.flaws.hidden) return;
    this.hiddenUntil.set(sid, this.now() + between(chance, 1, LONGEST_LAG) * 1_000);
  }

  isHidden(sid: string): boolean {
    return (this.hiddenUntil.get(sid) ?? 0) > this.now();
  }

  /** A page as this carrier shows it. */
  page(url: string, reply: Reply): Reply {
    if (reply.status !== 200) return reply;
    const list = JSON.parse(reply.body.toString()) as { calls: Row[] };
    const shown = list.calls.filter(({ sid }) => !this.isHidden(sid)).map((row) => this.old(row));
    this.hidden += list.calls.length - shown.length;
    const isFirst = !/[?&]Page=[1-9]/.test(url);
    const again = isFirst
      ? []
      : this.lastRows.slice(Math.max(0, this.lastRows.length - this.flaws.repeated));
    this.repeated += again.length;
    this.lastRows = shown;
    const body = Buffer.from(JSON.stringify({ ...list, calls: [...again, ...shown] }));
    return { ...reply, headers: { ...reply.headers, "content-length": body.length }, body };
  }

  /** A row as it was when it was shown before, or as it is. */
  private old(row: Row): Row {
    const before = this.stale.get(row.sid);
    if (before && before.until > this.now()) return before.row;
    const chance = chanceFrom(`${this.seed} stale ${row.sid}`);
    if (!before && chance() < this.flaws.stale) {
      this.stale.set(row.sid, { row, until: this.now() + between(chance, 1, LONGEST_LAG) * 1_000 });
    }
    return row;
  }
}
