interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/** Writes what arrives together, or while a write is under way, as one batch, in order. */
export class GroupCommit<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private writing: Promise<void> | null = null;

  /** @param write answers for each item, in their order */
  constructor(private readonly write: (items: readonly Item[]) => Promise<readonly Answer[]>) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.writing ??= Promise.resolve().then(() => this.drain());
    });
  }

  /** Resolves when nothing waits to be written any more. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        const answers = await this.write(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, place) => resolve(answers[place] as Answer));
      } catch (fault) {
        for (const { reject } of batch) reject(fault);
      }
    }
    this.writing = null;
  }
}
