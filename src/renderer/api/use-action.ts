import { useCallback, useRef, useState } from "react";
import type { AppError } from "../../shared/app-error";
import { errorOf } from "./client";

export interface Action<A extends readonly unknown[]> {
  /** Answers whether it was done. Never rejects: what went wrong is in `error`. */
  readonly run: (...input: A) => Promise<boolean>;
  readonly running: boolean;
  readonly error: AppError | null;
  readonly clearError: () => void;
}

/** Something that a button does: shows that it runs, keeps its error, and is not done twice at once. */
export function useAction<A extends readonly unknown[]>(
  action: (...input: A) => Promise<unknown>,
): Action<A> {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const underWay = useRef(false);

  const run = async (...input: A): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setRunning(true);
    setError(null);
    try {
      await action(...input);
      return true;
    } catch (caught) {
      setError(errorOf(caught));
      return false;
    } finally {
      underWay.current = false;
      setRunning(false);
    }
  };

  return { run, running, error, clearError: useCallback(() => setError(null), []) };
}
