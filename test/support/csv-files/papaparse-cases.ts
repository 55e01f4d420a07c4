import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { runInNewContext } from "node:vm";

export interface PapaparseCase {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: unknown; readonly errors: readonly unknown[] };
}

/** Whatever the runner would be asked for. */
const anything: unknown = new Proxy(() => anything, { get: () => anything });

/** The cases of its parser that papaparse ships: a script for its own runner, of which only they are taken. */
export function papaparseCases(): readonly PapaparseCase[] {
  const packaged = path.dirname(createRequire(import.meta.url).resolve("papaparse/package.json"));
  const script = readFileSync(path.join(packaged, "tests/test-cases.js"), "utf8");
  const scope: { CORE_PARSER_TESTS?: PapaparseCase[] } & Record<string, unknown> = {
    module: { exports: {} },
    require: anything,
    describe: anything,
  };
  runInNewContext(script, scope);
  // Out of the other context, so that its arrays are arrays here.
  return JSON.parse(JSON.stringify(scope.CORE_PARSER_TESTS)) as PapaparseCase[];
}
