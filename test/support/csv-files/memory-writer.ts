import type { AudienceId } from "../../../src/shared/ids";
import type { NewContact, openContactWriter } from "../../../src/main/storage";

/** Stands in for the store: keeps contacts in memory, with the numbers that are there already. */
export class MemoryAudience {
  readonly contacts: NewContact[] = [];
  variables: readonly string[] = [];
  state: "closed" | "open" | "committed" | "rolled back" = "closed";
  private readonly numbers: Set<string>;

  constructor(numbers: readonly string[] = []) {
    this.numbers = new Set(numbers);
  }

  readonly open: typeof openContactWriter = async (_file, _target, variables) => {
    this.variables = variables;
    this.state = "open";
    return {
      audienceId: 1 as AudienceId,
      insert: async (batch) => {
        const fresh = batch.filter(({ phone }) => this.add(phone));
        this.contacts.push(...fresh);
        const skipped = batch
          .filter((contact) => !fresh.includes(contact))
          .map(({ line }) => ({ line, reason: "duplicate" as const }));
        return { imported: fresh.length, updated: 0, skipped };
      },
      commit: async () => {
        this.state = "committed";
        return 1 as AudienceId;
      },
      rollback: async () => {
        this.state = "rolled back";
        this.contacts.length = 0;
      },
    };
  };

  private add(number: string): boolean {
    const isNew = !this.numbers.has(number);
    this.numbers.add(number);
    return isNew;
  }
}
