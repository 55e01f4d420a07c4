import { Button, Group, Text } from "@mantine/core";
import { REFUSAL_WORDS, refusalReason } from "../../../../../shared/audience";
import type { NumbersImportResult } from "../../../../../shared/do-not-call";
import { request } from "../../../../api/client";
import { useSavedFile } from "../../../../api/use-saved-file";
import { RefusedRows } from "../../../../importing/RefusedRows";
import { ErrorNotice } from "../../../../ui/ErrorNotice";
import { formatCount, formatNumberOf } from "../../../../ui/format";
import { StatTile, StatTiles } from "../../../../ui/StatTile";
import styles from "../DoNotCallPage.module.css";

interface ResultStepProps {
  readonly importId: string;
  readonly result: NumbersImportResult;
  /** To choose other columns, where nothing was imported. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What came of it, and the rows that were refused, each with its reason. */
export function ResultStep({ importId, result, onBack, onClose }: ResultStepProps) {
  const save = useSavedFile(() => request("doNotCall.saveRefused", { importId }));
  const nothing = result.rows === result.refused;
  return (
    <div className={styles.dialog}>
      <StatTiles label="Result of the import">
        <StatTile label="Rows" value={formatCount(result.rows)} />
        <StatTile label="Added" value={formatCount(result.added)} tone="good" />
        {result.extended > 0 && (
          <StatTile label="Listed for longer" value={formatCount(result.extended)} tone="good" />
        )}
        <StatTile label="There already" value={formatCount(result.unchanged)} />
        {result.repeated > 0 && (
          <StatTile label="Twice in the file" value={formatCount(result.repeated)} />
        )}
        {refusalReason.options.map((reason) => {
          const count = result.refusedByReason[reason] ?? 0;
          return (
            count > 0 && (
              <StatTile
                key={reason}
                label={REFUSAL_WORDS[reason]}
                value={formatCount(count)}
                tone="warn"
              />
            )
          );
        })}
      </StatTiles>
      <Text role="status">{resultWords(result)}</Text>
      {result.refused > 0 && <RefusedRows rows={result.firstRefused} />}
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      <Group justify="flex-end" gap="xs">
        {save.words && <Text role="status">{save.words}</Text>}
        {result.refused > 0 && (
          <Button variant="default" disabled={save.running} onClick={() => void save.run()}>
            Save refused rows
          </Button>
        )}
        {nothing && (
          <Button variant="default" onClick={onBack}>
            Back to the columns
          </Button>
        )}
        <Button autoFocus onClick={onClose}>
          Done
        </Button>
      </Group>
    </div>
  );
}

function resultWords({ rows, added, refused, firstRefused }: NumbersImportResult): string {
  if (refused === 0) return "Every row was read. No campaign calls these numbers, from now on.";
  if (rows === refused) {
    return "Nothing was imported: every row was refused. Check the column of the numbers, and the default country.";
  }
  const shown = firstRefused.length;
  const listed = shown < refused ? ` The first ${formatCount(shown)} are listed here.` : "";
  return `${formatNumberOf(added, "number")} added, ${formatNumberOf(refused, "row")} refused. Save the refused rows, mend them, and import that file.${listed}`;
}
