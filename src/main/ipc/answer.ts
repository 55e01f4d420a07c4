import type { z } from "zod";
import { AppFailure, type AppError, type Result } from "../../shared/app-error";
import { requests, type RequestName, type Requests } from "../../shared/ipc/contract";

/** One function for each request of the contract. What it throws as `AppFailure` reaches the screen. */
export type Handlers = {
  readonly [N in RequestName]: (
    input: z.output<Requests[N]["input"]>,
  ) => Promise<Immutable<z.input<Requests[N]["output"]>>>;
};

/** Handlers may hand out what they must not change. */
type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Immutable<E>[]
    : { readonly [K in keyof T]: Immutable<T[K]> };

/** Told of faults of our own, whose details are for the log and not for the screen. */
export type ReportFault = (request: string, fault: unknown) => void;

/**
 * The border: whatever comes from a page is parsed before a handler sees it, and whatever a handler
 * answers is parsed before it leaves, so that nothing goes out that the contract does not name.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  reportFault: ReportFault,
): Promise<Result<unknown>> {
  if (!isRequestName(name)) {
    return refuse({ kind: "invalid-input", message: "There is no such request." });
  }
  const parsed = requests[name].input.safeParse(input);
  if (!parsed.success) return refuse(inputError(parsed.error));
  try {
    const handle = handlers[name] as (input: unknown) => Promise<unknown>;
    const value = await handle(parsed.data);
    return { ok: true, value: requests[name].output.parse(value) };
  } catch (fault) {
    if (fault instanceof AppFailure) return refuse(fault.error);
    reportFault(name, fault);
    return refuse({
      kind: "internal",
      message: "Something went wrong inside Paceline, and this was not done.",
      advice: "Try again. If it happens again, look into the log in the data folder.",
    });
  }
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === "string" && Object.hasOwn(requests, name);
}

function refuse(error: AppError): Result<never> {
  return { ok: false, error };
}

function inputError(error: z.ZodError): AppError {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join(".");
  return {
    kind: "invalid-input",
    message: issue?.message ?? "This cannot be used.",
    ...(field ? { field } : {}),
  };
}
