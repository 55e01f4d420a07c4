import { useRef, useState } from "react";
import type { ImportProgress, ImportResult } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { useEvent } from "../../../api/use-event";
import type { ReadyImport } from "./import-plan";

/** Runs an import, with its progress and a way to stop it. */
export function useImport(onDone: (importId: string, result: ImportResult) => void) {
  const importId = useRef("");
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEvent("import.progress", (told) => {
    if (told.importId === importId.current) setProgress(told);
  });

  const start = useAction(async (ready: ReadyImport) => {
    importId.current = crypto.randomUUID();
    setProgress(null);
    const result = await request("audiences.import", { importId: importId.current, ...ready });
    onDone(importId.current, result);
  });
  const cancel = useAction(() => request("audiences.cancelImport", { importId: importId.current }));
  return { start, cancel, progress };
}
