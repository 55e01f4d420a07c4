import { Button, Text } from "@mantine/core";
import type { SubmitEvent } from "react";
import type { AppError } from "../../../../shared/app-error";
import type { ChosenFormat, FileFormat } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { useRequest } from "../../../api/use-request";
import { DialogActions } from "../../../ui/DialogActions";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { mappingOf, withRole } from "./column-roles";
import styles from "./ColumnsStep.module.css";
import { CountryNotice } from "./CountryNotice";
import { FormatFields } from "./FormatFields";
import { rereadPlan, settle, type ImportPlan, type ReadyImport } from "./import-plan";
import { PreviewTable } from "./PreviewTable";
import { RulesFields } from "./RulesFields";
import { TargetFields } from "./TargetFields";

interface ColumnsStepProps {
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
  /** Why the import that was tried did not happen. */
  readonly failure: AppError | null;
  readonly onBack: () => void;
  readonly onImport: (ready: ReadyImport) => void;
}

export function ColumnsStep({ plan, onPlan, failure, onBack, onImport }: ColumnsStepProps) {
  const settled = settle(plan);
  const reread = useAction(async (change: ChosenFormat) => {
    const { path, format } = plan.preview;
    const preview = await request("audiences.previewFile", {
      path,
      format: changedFormat(format, change),
    });
    onPlan(rereadPlan(plan, preview));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (settled.ready) onImport(settled.import);
  };

  const mapping = mappingOf(plan.roles, plan.defaultCountry);
  const { path, format } = plan.preview;
  const stored = useRequest(
    "audiences.previewContacts",
    mapping ? { path, format, mapping } : "skip",
  );
  const error = failure ?? reread.error ?? stored.error;
  const useCountry = (defaultCountry: string) => onPlan({ ...plan, defaultCountry });
  return (
    <form className={styles.step} onSubmit={submit}>
      <TargetFields
        target={plan.target}
        problem={settled.ready || settled.field === "phone" ? null : settled.problem}
        onChange={(target) => onPlan({ ...plan, target })}
      />
      <FormatFields
        plan={plan}
        disabled={reread.running}
        onFormat={(change) => void reread.run(change)}
        onCountry={useCountry}
      />
      <RulesFields rules={plan.rules} onChange={(rules) => onPlan({ ...plan, rules })} />
      {error && <ErrorNotice error={error} />}
      {mapping && !stored.loading && stored.value?.wrongCountry && (
        <CountryNotice
          assumed={plan.defaultCountry}
          found={stored.value.wrongCountry}
          onUse={useCountry}
        />
      )}
      <PreviewTable
        plan={plan}
        contacts={mapping ? (stored.value?.contacts ?? []) : []}
        onRole={(column, role) => onPlan({ ...plan, roles: withRole(plan.roles, column, role) })}
      />
      <DialogActions>
        {!settled.ready && settled.field === "phone" && (
          <Text role="status" c="var(--status-bad)">
            {settled.problem}
          </Text>
        )}
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button type="submit" autoFocus disabled={!settled.ready || reread.running}>
          Import
        </Button>
      </DialogActions>
    </form>
  );
}

/** Another delimiter may go with another quotation mark, another sheet with another header. */
function changedFormat(format: FileFormat, change: ChosenFormat): ChosenFormat {
  if (change.sheet !== undefined) return change;
  return { ...format, ...change };
}
