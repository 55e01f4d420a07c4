import type { Page } from "@playwright/test";
import type { Result } from "../../src/shared/app-error";
import type { Bridge } from "../../src/shared/ipc/bridge";
import type { RequestInput, RequestName, RequestOutput } from "../../src/shared/ipc/contract";

declare const window: { readonly paceline: Bridge };

/** Asks the application as its own pages do; fails when it refuses. */
export async function ask<N extends RequestName>(
  page: Page,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const result = (await page.evaluate(
    ([name, input]) => window.paceline.request(name, input as never),
    [name, input] as const,
  )) as Result<RequestOutput<N>>;
  if (result.ok) return result.value;
  throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
}
