import { useRef, useState } from "react";
import type { ImportProgress } from "../../shared/audience";
import { useAction } from "../api/use-action";
import { useEvent } from "../api/use-event";

interface ImportRequests<Wanted, Result> {
  readonly run: (importId: string, wanted: Wanted) => Promise<Result>;
  readonly cancel: (importId: string) => Promise<unknown>;
  readonly onDone: (importId: string, result: Result) => void;
}

/** Runs an import, with its progress and a way to stop it. */
export function useImport<Wanted, Result>(requests: ImportRequests<Wanted, Result>) {
  const importId = useRef("");
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  useEvent("import.progress", (told) => {
    if (told.importId === importId.current) setProgress(told);
  });

  const start = useAction(async (wanted: Wanted) => {
    importId.current = crypto.randomUUID();
    setProgress(null);
    setCancelled(false);
    requests.onDone(importId.current, await requests.run(importId.current, wanted));
  });
  const cancel = useAction(async () => {
    await requests.cancel(importId.current);
    setCancelled(true);
  });
  return { start, cancel, isCancelled, progress };
}
