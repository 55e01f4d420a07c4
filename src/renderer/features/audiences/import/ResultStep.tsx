import { Button, Text } from "@mantine/core";
import { useLocation } from "wouter";
import { REFUSAL_WORDS, refusalReason, type ImportResult } from "../../../../shared/audience";
import type { AudienceId } from "../../../../shared/ids";
import { request } from "../../../api/client";
import { RefusedRows } from "../../../importing/RefusedRows";
import { DialogActions } from "../../../ui/DialogActions";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatCount } from "../../../ui/format";
import { StatTile, StatTiles } from "../../../ui/StatTile";
import { useSavedFile } from "../../../api/use-saved-file";
import { paths } from "../paths";
import { refusalWords, remarkWords, shownOf, wholeWords } from "./result-words";
import styles from "./ResultStep.module.css";

interface ResultStepProps {
  readonly importId: string;
  readonly result: ImportResult;
  /** ISO 3166: where numbers without a country code were taken to be from. */
  readonly country: string;
  /** To map the columns otherwise, where nothing was imported. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What came of it, and the rows that were refused, each with its reason. */
export function ResultStep({ importId, result, country, onBack, onClose }: ResultStepProps) {
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
        {result.updated > 0 && (
          <StatTile label="Updated" value={formatCount(result.updated)} tone="good" />
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
      {result.refused === 0 ? (
        <Text role="status">{wholeWords(result)}</Text>
      ) : (
        <>
          <Text role="status">
            {[...refusalWords(result, country), ...shownOf(result)].join(" ")}
          </Text>
          <RefusedRows rows={result.firstRefused} />
        </>
      )}
      {remarkWords(result).map((words) => (
        <Text key={words}>{words}</Text>
      ))}
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      <DialogActions>
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
      </DialogActions>
    </div>
  );
}
