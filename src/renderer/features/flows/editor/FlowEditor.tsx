import { Anchor, Button, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { AudienceId } from "../../../../shared/ids";
import type { RequestInput } from "../../../../shared/ipc/contract";
import { useAction } from "../../../api/use-action";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { PageHeader } from "../../../ui/PageHeader";
import { paths } from "../paths";
import { draftOf, problemsOf, type EditedFlow } from "./edited-flow";
import { useFlowDrafts, type DraftKey } from "./flow-drafts";
import styles from "./FlowEditor.module.css";
import { MachineMessageFields } from "./MachineMessageFields";
import { PreviewPane } from "./PreviewPane";
import { StepList } from "./StepList";

interface FlowEditorProps {
  readonly draftKey: DraftKey;
  readonly title: string;
  readonly saveLabel: string;
  readonly below?: string;
  /** What is saved. */
  readonly initial: EditedFlow;
  readonly onSave: (draft: RequestInput<"flows.create">) => Promise<void>;
  /** Asks and deletes; only for a flow that is saved. */
  readonly onDelete?: () => Promise<void>;
}

/** Left what the call does, right what a contact will hear of it. */
export function FlowEditor(props: FlowEditorProps) {
  const { draftKey, initial } = props;
  const kept = useFlowDrafts((state) => state.drafts.get(draftKey));
  const { keep, drop } = useFlowDrafts.getState();
  const flow = kept ?? initial;
  const change = (part: Partial<EditedFlow>) => keep(draftKey, { ...flow, ...part });

  const [audienceId, setAudienceId] = useState<AudienceId | null>(null);
  const audiences = useRequest("audiences.list", null).value ?? [];
  const chosen = audiences.find(({ id }) => id === audienceId);

  const [tried, setTried] = useState(false);
  const problems = problemsOf(flow);
  const problemAt = (field: string) => (tried ? problems.get(field) : undefined);
  const save = useAction(async () => {
    await props.onSave(draftOf(flow));
    drop(draftKey);
    setTried(false);
  });
  const remove = useAction(async () => props.onDelete?.());
  const trySaving = () => {
    setTried(true);
    if (problems.size === 0) void save.run();
  };

  return (
    <div className={styles.page}>
      <PageHeader
        above={
          <Anchor component={Link} href={paths.list} size="sm">
            ‹ Flows
          </Anchor>
        }
        title={props.title}
        below={props.below}
      >
        {kept && <Text c="dimmed">Not saved yet</Text>}
        {kept && (
          <Button variant="default" onClick={() => drop(draftKey)}>
            Discard changes
          </Button>
        )}
        <Button loading={save.running} onClick={trySaving}>
          {props.saveLabel}
        </Button>
        {props.onDelete && (
          <Button variant="default" disabled={remove.running} onClick={() => void remove.run()}>
            Delete…
          </Button>
        )}
      </PageHeader>
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clearError} />}
      {remove.error && <ErrorNotice error={remove.error} onDismiss={remove.clearError} />}
      <div className={styles.split}>
        <div className={styles.fields}>
          <TextInput
            label="Name"
            required
            maxLength={120}
            value={flow.name}
            error={problemAt("name")}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <SegmentedControl
            size="xs"
            aria-label="Kind"
            className={styles.kind}
            data={[
              { value: "script", label: "Script" },
              { value: "twiml-address", label: "TwiML address" },
            ]}
            value={flow.kind}
            onChange={(kind) => change({ kind })}
          />
          {flow.kind === "script" ? (
            <>
              <StepList
                steps={flow.steps}
                variables={chosen?.variables ?? []}
                problemAt={problemAt}
                onChange={(steps) => change({ steps })}
              />
              <MachineMessageFields
                message={flow.machineMessage}
                variables={chosen?.variables ?? []}
                problem={problemAt("content.machineMessage.text")}
                onChange={(machineMessage) => change({ machineMessage })}
              />
            </>
          ) : (
            <TextInput
              label="Address"
              description="Twilio asks this address for TwiML when a call is answered, and does what it says."
              placeholder="https://"
              required
              spellCheck={false}
              value={flow.url}
              error={problemAt("content.url")}
              onChange={(event) => change({ url: event.currentTarget.value })}
            />
          )}
        </div>
        <PreviewPane
          flow={flow}
          audiences={audiences}
          audienceId={audienceId}
          onAudience={setAudienceId}
        />
      </div>
    </div>
  );
}
