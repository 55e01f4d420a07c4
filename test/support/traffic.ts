import type { DialingStore } from "../../src/main/dialing/ports";
import { settle } from "./fake-clock";

/** Counts what is on its way to the disk, so that virtual time waits for it. */
export class Traffic {
  private under = 0;

  watch(store: DialingStore): DialingStore {
    return new Proxy(store, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          this.under += 1;
          try {
            return (await Reflect.apply(method, target, given)) as unknown;
          } finally {
            this.under -= 1;
          }
        };
      },
    });
  }

  readonly settled = async (): Promise<void> => {
    do await settle();
    while (this.under > 0);
  };
}
