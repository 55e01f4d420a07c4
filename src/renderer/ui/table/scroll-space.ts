/** Height of a row, and of the head that stays on top, in pixels. */
export const ROW_HEIGHT = 32;
export const HEAD_HEIGHT = 32;

/**
 * Chromium lays nothing out that is taller than 2^25 pixels of the screen, which is a million rows:
 * what lies beyond could not be scrolled to.
 */
const TALLEST = 33_000_000;

/**
 * Where rows stand in a table that may be taller than can be laid out. Such a table is laid out as
 * tall as it can be, and the place of the scroll bar, from top to end, is the place among all rows.
 * "Offset" is how many pixels of rows lie above what is seen; "scrollTop" is the element's.
 */
export class ScrollSpace {
  /** Of the body that is laid out. */
  readonly height: number;
  /** Pixels of rows that one pixel of scrolling passes: 1 up to a million rows. */
  readonly stretch: number;
  readonly #rows: number;
  readonly #seen: number;

  /**
   * @param clientHeight of the scrolling element, the head included
   * @param pixelRatio pixels of the screen for each of the page's
   */
  constructor(rows: number, clientHeight: number, pixelRatio: number) {
    this.#rows = rows;
    this.#seen = Math.max(0, clientHeight - HEAD_HEIGHT);
    const whole = rows * ROW_HEIGHT;
    this.height = Math.min(whole, Math.floor(TALLEST / pixelRatio));
    this.stretch = this.height < whole ? (whole - this.#seen) / (this.height - this.#seen) : 1;
  }

  /** Rows that are seen, and `beyond` more on either side; both ends included. */
  rowsAt(scrollTop: number, beyond: number): { readonly first: number; readonly last: number } {
    const offset = scrollTop * this.stretch;
    const first = Math.floor(offset / ROW_HEIGHT) - beyond;
    const last = Math.ceil((offset + this.#seen) / ROW_HEIGHT) - 1 + beyond;
    return {
      first: Math.max(0, Math.min(first, this.#rows - 1)),
      last: Math.max(0, Math.min(last, this.#rows - 1)),
    };
  }

  /** Where a row stands in the body that is laid out, while it is scrolled to `scrollTop`. */
  topOf(row: number, scrollTop: number): number {
    return row * ROW_HEIGHT - scrollTop * this.stretch + scrollTop;
  }

  /** How far to scroll for a row to be seen whole; no farther than needed. */
  scrollTopToSee(row: number, scrollTop: number): number {
    const offset = scrollTop * this.stretch;
    const top = row * ROW_HEIGHT;
    if (top < offset) return top / this.stretch;
    const bottom = top + ROW_HEIGHT - this.#seen;
    return bottom > offset ? bottom / this.stretch : scrollTop;
  }
}
