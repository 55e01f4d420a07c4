import { Button, Group, Text } from "@mantine/core";
import { useLocation } from "wouter";
import { REFUSAL_WORDS, refusalReason, type ImportResult } from "../../../../shared/audience";
import type { AudienceId } from "../../../../shared/ids";
import { request } from "../../../api/client";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatCount, formatNumberOf } from "../../../ui/format";
import { StatTile, StatTiles } from "../../../ui/StatTile";
import { useSavedFile } from "../../../api/use-saved-file";
import { paths } from "../paths";
import { RefusedRows } from "./RefusedRows";
import styles from "./ResultStep.module.css";

interface ResultStepProps {
  readonly importId: string;
  readonly result: ImportResult;
  /** To map the columns otherwise, where nothing was imported. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What came of it, and the rows that were refused, each with its reason. */
export function ResultStep({ importId, result, onBack, onClose }: ResultStepProps) {
  const [, navigate] = useLocation();
  const save = useSavedFile(() => request("audiences.saveRefused", { importId }));
  const { audienceId } = result;
  const open = (id: AudienceId) => {
    onClose();
    navigate(paths.detail(id));
  };

  return (
    <div className={styles.step}>
      <StatTiles label="Result of the import">
        <StatTile label="Rows" value={formatCount(result.rows)} />
        <StatTile label="Imported" value={formatCount(result.imported)} tone="good" />
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
      {result.refused === 0 ? (
        <Text role="status">Every row was imported.</Text>
      ) : (
        <>
          <Text role="status">
            {refusalWords(result)}
            {shownOf(result)}
          </Text>
          <RefusedRows rows={result.firstRefused} />
        </>
      )}
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      <Group justify="flex-end" gap="xs">
        {save.words && <Text role="status">{save.words}</Text>}
        {result.refused > 0 && (
          <Button variant="default" disabled={save.running} onClick={() => void save.run()}>
            Save refused rows
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
        {audienceId === null ? (
          <Button autoFocus onClick={onBack}>
            Back to the columns
          </Button>
        ) : (
          <Button autoFocus onClick={() => open(audienceId)}>
            Open the audience
          </Button>
        )}
      </Group>
    </div>
  );
}

function refusalWords({ audienceId, imported, refused }: ImportResult): string {
  if (audienceId === null) {
    return "Nothing was imported: every row was refused. Check which column is Phone, and the default country; or save the refused rows, mend them, and import that file.";
  }
  return `${formatNumberOf(imported, "contact")} imported, ${formatNumberOf(refused, "row")} refused. Save the refused rows, mend them, and append that file to this audience.`;
}

function shownOf({ refused, firstRefused }: ImportResult): string {
  const listed = firstRefused.length;
  return listed < refused ? ` The first ${formatCount(listed)} are listed here.` : "";
}
