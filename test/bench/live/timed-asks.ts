import type { Page } from "@playwright/test";
import type { Bridge } from "../../../src/shared/ipc/bridge";
import type { RequestInput, RequestName } from "../../../src/shared/ipc/contract";

declare const window: { readonly paceline: Bridge };

/** Asks one after the other, as the page does; answers with the milliseconds that each took there. */
export function timedAsks<N extends RequestName>(
  page: Page,
  name: N,
  inputs: readonly RequestInput<N>[],
): Promise<number[]> {
  return page.evaluate(
    async ([name, inputs]) => {
      const took: number[] = [];
      for (const input of inputs) {
        const began = performance.now();
        const { ok } = await window.paceline.request(name, input as never);
        took.push(performance.now() - began);
        if (!ok) throw new Error(`${name} was refused.`);
      }
      return took;
    },
    [name, inputs] as const,
  );
}
