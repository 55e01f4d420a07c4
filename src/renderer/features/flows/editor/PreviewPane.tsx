import { Code, NativeSelect, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { Audience } from "../../../../shared/audience";
import { flowContent, type FlowContent, type FlowPreview } from "../../../../shared/flow";
import type { AudienceId } from "../../../../shared/ids";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { draftOf, type EditedFlow } from "./edited-flow";
import { previewLine } from "./preview-line";
import styles from "./PreviewPane.module.css";

interface PreviewPaneProps {
  readonly flow: EditedFlow;
  readonly audiences: readonly Audience[];
  readonly audienceId: AudienceId | null;
  readonly onAudience: (id: AudienceId | null) => void;
}

/** Long enough to finish a word, short enough to be seen at once. */
const TYPING_PAUSE_MS = 300;

/** What a contact will hear, and the TwiML beneath; follows what is typed. */
export function PreviewPane({ flow, audiences, audienceId, onAudience }: PreviewPaneProps) {
  const [typed] = useDebouncedValue(flow, TYPING_PAUSE_MS);
  const content = flowContent.safeParse(draftOf(typed).content);
  const preview = useRequest(
    "flows.preview",
    content.success ? { content: content.data, audienceId } : "skip",
  );

  return (
    <aside aria-label="Preview" className={styles.preview}>
      <NativeSelect
        label="Preview with the first contact of"
        data={[
          { value: "", label: "nobody: an invented contact" },
          ...audiences.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={audienceId ?? ""}
        onChange={(event) => {
          const chosen = audiences.find(({ id }) => String(id) === event.currentTarget.value);
          onAudience(chosen?.id ?? null);
        }}
      />
      {!content.success && (
        <Text role="status" c="dimmed">
          The preview appears when every step is filled in.{" "}
          {whereOf(content.error.issues[0]?.path ?? [])}
          {content.error.issues[0]?.message}
        </Text>
      )}
      {preview.error && <ErrorNotice error={preview.error} />}
      {content.success && preview.value && (
        <Preview preview={preview.value} content={content.data} />
      )}
    </aside>
  );
}

/** ["steps", 2, "text"] → "Step 3: ". */
function whereOf(path: readonly PropertyKey[]): string {
  const step = path[1];
  return typeof step === "number" ? `Step ${step + 1}: ` : "";
}

interface PreviewProps {
  readonly preview: FlowPreview;
  readonly content: FlowContent;
}

function Preview({ preview, content }: PreviewProps) {
  const steps = content.kind === "script" ? content.steps : [];
  const { lines, machineLine, twiml, missingVariables, problem } = preview;
  return (
    <>
      {problem && <ErrorNotice error={{ kind: "invalid-input", message: problem }} />}
      {missingVariables.length > 0 && (
        <Text role="status" className={styles.missing}>
          This contact has no {missingVariables.map((name) => `{{${name}}}`).join(", ")}: it is left
          out of what is said.
        </Text>
      )}
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          <li key={index} dir="auto">
            {previewLine(line, steps[index])}
          </li>
        ))}
      </ol>
      {machineLine !== null && (
        <Text size="sm" dir="auto">
          To a machine: {machineLine}
        </Text>
      )}
      {twiml !== null && (
        <>
          <h2 className={styles.title}>TwiML</h2>
          <Code block role="region" aria-label="TwiML" tabIndex={0} className={styles.twiml}>
            {indented(twiml)}
          </Code>
        </>
      )}
    </>
  );
}

/** One element a line: between two tags there is never a text of ours. */
function indented(twiml: string): string {
  return twiml.replace(/></g, ">\n<");
}
