import { Modal } from "@mantine/core";
import { useState } from "react";
import type { ImportResult } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { FileStep } from "../../../importing/FileStep";
import { ImportRunning } from "../../../importing/ImportRunning";
import { ImportSteps } from "../../../importing/ImportSteps";
import { useImport } from "../../../importing/use-import";
import { ColumnsStep } from "./ColumnsStep";
import { useImportDialog, type ImportStart } from "./import-dialog";
import { planFor, type ImportPlan, type ReadyImport } from "./import-plan";
import { ResultStep } from "./ResultStep";

/** File → columns → result. Enter alone walks through it. */
export function ImportDialog({ start }: { readonly start: ImportStart }) {
  const close = useImportDialog((state) => state.close);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [done, setDone] = useState<{ importId: string; result: ImportResult } | null>(null);
  const running = useImport({
    run: (importId, ready: ReadyImport) => request("audiences.import", { importId, ...ready }),
    cancel: (importId) => request("audiences.cancelImport", { importId }),
    onDone: (importId, result) => setDone({ importId, result }),
  });
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
          chooseFile={() => request("audiences.chooseFile", null)}
          previewFile={(path) => request("audiences.previewFile", { path, format: {} })}
          onPreview={(preview) => setPlan(planFor(preview, start.appendTo))}
        >
          or drop it here: CSV, TSV, TXT or an Excel workbook (.xlsx). It needs a column with phone
          numbers; columns with names, time zones and IDs are used, and every other column is kept
          as a variable for flows. Nothing is imported before you have seen the first rows.
        </FileStep>
      )}
      {plan && !done && isRunning && (
        <ImportRunning
          progress={running.progress}
          cancel={running.cancel}
          isCancelled={running.isCancelled}
        />
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
