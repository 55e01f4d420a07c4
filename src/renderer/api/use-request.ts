import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "../../shared/app-error";
import type { RequestInput, RequestName, RequestOutput } from "../../shared/ipc/contract";
import { errorOf, request } from "./client";

export interface Requested<T> {
  /** The last answer, kept while a newer one is under way. */
  readonly value: T | null;
  readonly error: AppError | null;
  readonly loading: boolean;
  /** Asks again. What is on screen stays until the answer is there. */
  readonly refresh: () => void;
}

/**
 * Asks when the component appears and whenever `input` changes; "skip" asks nothing.
 * An answer that a newer question has overtaken is dropped.
 */
export function useRequest<N extends RequestName>(
  name: N,
  input: RequestInput<N> | "skip",
): Requested<RequestOutput<N>> {
  const key = JSON.stringify(input);
  const [answer, setAnswer] = useState<Answer<RequestOutput<N>>>(NO_ANSWER);
  const asked = useRef(0);

  const refresh = useCallback(() => {
    const question = JSON.parse(key) as RequestInput<N> | "skip";
    const mine = ++asked.current;
    if (question === "skip") return setAnswer(NO_ANSWER);
    request(name, question).then(
      (value) => {
        if (mine === asked.current) setAnswer({ key, value, error: null });
      },
      (caught: unknown) => {
        if (mine !== asked.current) return;
        setAnswer((before) => ({ key, value: before.value, error: errorOf(caught) }));
      },
    );
  }, [name, key]);

  useEffect(() => {
    refresh();
    const questions = asked;
    return () => {
      questions.current++;
    };
  }, [refresh]);

  const current = answer.key === key;
  return {
    value: answer.value,
    error: current ? answer.error : null,
    loading: input !== "skip" && !current,
    refresh,
  };
}

interface Answer<T> {
  /** The input that it answers. */
  readonly key: string | null;
  readonly value: T | null;
  readonly error: AppError | null;
}

const NO_ANSWER = { key: null, value: null, error: null };
