import type { DialingStore } from "../../src/main/dialing/ports";
import { settle } from "./fake-clock";

/** Knows what is on its way to the disk, so that virtual time waits for it. */
export class Traffic {
  /** Moments at which what is under way began, oldest first. */
  private readonly underWay = new Set<{ readonly since: number }>();

  /** @param now by which `longest` counts; only there is it needed */
  constructor(private readonly now: () => number = () => 0) {}

  watch(store: DialingStore): DialingStore {
    return new Proxy(store, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          const errand = { since: this.now() };
          this.underWay.add(errand);
          try {
            return (await Reflect.apply(method, target, given)) as unknown;
          } finally {
            this.underWay.delete(errand);
          }
        };
      },
    });
  }

  /** Nothing is on its way any more. */
  readonly settled = async (): Promise<void> => {
    do await settle();
    while (this.underWay.size > 0);
  };

  /** For how long the oldest has been on its way. */
  longest(): number {
    for (const { since } of this.underWay) return this.now() - since;
    return 0;
  }
}
