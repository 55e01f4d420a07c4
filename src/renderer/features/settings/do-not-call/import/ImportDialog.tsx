import { Modal } from "@mantine/core";
import { useState } from "react";
import type { NumbersImportResult } from "../../../../../shared/do-not-call";
import { request } from "../../../../api/client";
import { FileStep } from "../../../../importing/FileStep";
import { ImportRunning } from "../../../../importing/ImportRunning";
import { ImportSteps } from "../../../../importing/ImportSteps";
import { useImport } from "../../../../importing/use-import";
import { ColumnsStep } from "./ColumnsStep";
import { planFor, type NumberPlan, type ReadyImport } from "./number-plan";
import { ResultStep } from "./ResultStep";

interface ImportDialogProps {
  /** The file that was dropped; null: it is still to be chosen. */
  readonly path: string | null;
  readonly onClose: () => void;
}

/** File → columns → result. Enter alone walks through it. */
export function ImportDialog({ path, onClose }: ImportDialogProps) {
  const [plan, setPlan] = useState<NumberPlan | null>(null);
  const [done, setDone] = useState<{ importId: string; result: NumbersImportResult } | null>(null);
  const { start, cancel, isCancelled, progress } = useImport({
    run: (importId, ready: ReadyImport) => request("doNotCall.import", { importId, ...ready }),
    cancel: (importId) => request("doNotCall.cancelImport", { importId }),
    onDone: (importId, result) => setDone({ importId, result }),
  });

  return (
    <Modal
      opened
      size="min(880px, 92vw)"
      title="Import a do-not-call list"
      // An import that runs is stopped by its own button, so that it is not stopped by accident.
      closeOnEscape={!start.running}
      closeOnClickOutside={false}
      withCloseButton={!start.running}
      onClose={onClose}
    >
      <ImportSteps current={done ? "result" : plan ? "columns" : "file"} />
      {!plan && (
        <FileStep
          path={path}
          chooseFile={() => request("doNotCall.chooseFile", null)}
          previewFile={(file) => request("doNotCall.previewFile", { path: file, format: {} })}
          onPreview={(preview) => setPlan(planFor(preview))}
        >
          or drop it here: CSV, TSV, TXT or an Excel workbook (.xlsx) with one number in each row.
          Nothing is imported before you have seen the first numbers.
        </FileStep>
      )}
      {plan && !done && start.running && (
        <ImportRunning progress={progress} cancel={cancel} isCancelled={isCancelled} />
      )}
      {plan && !done && !start.running && (
        <ColumnsStep
          plan={plan}
          onPlan={setPlan}
          failure={start.error}
          onBack={() => {
            start.clearError();
            setPlan(null);
          }}
          onImport={(ready) => void start.run(ready)}
        />
      )}
      {done && (
        <ResultStep
          importId={done.importId}
          result={done.result}
          onBack={() => setDone(null)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
