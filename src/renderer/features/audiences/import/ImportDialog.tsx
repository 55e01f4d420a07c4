import { Modal } from "@mantine/core";
import { useState } from "react";
import type { ImportResult } from "../../../../shared/audience";
import { ColumnsStep } from "./ColumnsStep";
import { FileStep } from "./FileStep";
import { ImportRunning } from "./ImportRunning";
import { useImportDialog, type ImportStart } from "./import-dialog";
import { planFor, type ImportPlan } from "./import-plan";
import { ImportSteps } from "./ImportSteps";
import { ResultStep } from "./ResultStep";
import { useImport } from "./use-import";

/** File → columns → result. Enter alone walks through it. */
export function ImportDialog({ start }: { readonly start: ImportStart }) {
  const close = useImportDialog((state) => state.close);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [done, setDone] = useState<{ importId: string; result: ImportResult } | null>(null);
  const running = useImport((importId, result) => setDone({ importId, result }));
  const isRunning = running.start.running;

  return (
    <Modal
      opened
      size="min(1040px, 92vw)"
      title="Import contacts"
      // An import that runs is stopped by its own button, so that it is not stopped by accident.
      closeOnEscape={!isRunning}
      closeOnClickOutside={false}
      withCloseButton={!isRunning}
      onClose={close}
    >
      <ImportSteps current={done ? "result" : plan ? "columns" : "file"} />
      {!plan && (
        <FileStep
          path={start.path}
          onPreview={(preview) => setPlan(planFor(preview, start.appendTo))}
        />
      )}
      {plan && !done && isRunning && (
        <ImportRunning progress={running.progress} cancel={running.cancel} />
      )}
      {plan && !done && !isRunning && (
        <ColumnsStep
          plan={plan}
          onPlan={setPlan}
          failure={running.start.error}
          onBack={() => {
            running.start.clearError();
            setPlan(null);
          }}
          onImport={(ready) => void running.start.run(ready)}
        />
      )}
      {done && (
        <ResultStep
          importId={done.importId}
          result={done.result}
          country={plan?.defaultCountry ?? ""}
          onBack={() => setDone(null)}
          onClose={close}
        />
      )}
    </Modal>
  );
}
