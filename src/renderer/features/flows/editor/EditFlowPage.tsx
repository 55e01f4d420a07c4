import { Anchor, Button } from "@mantine/core";
import { useMemo } from "react";
import { Link, useLocation } from "wouter";
import type { Flow } from "../../../../shared/flow";
import { request } from "../../../api/client";
import { useRequest } from "../../../api/use-request";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { Loading } from "../../../ui/Loading";
import { paths } from "../paths";
import { editedFlow } from "./edited-flow";
import { useFlowDrafts } from "./flow-drafts";
import { FlowEditor } from "./FlowEditor";

export function EditFlowPage({ id }: { readonly id: number }) {
  const flow = useRequest("flows.get", { id });
  if (flow.error) {
    return (
      <>
        <Anchor component={Link} href={paths.list} size="sm">
          ‹ Flows
        </Anchor>
        <ErrorNotice
          error={flow.error}
          action={<Button onClick={flow.refresh}>Try again</Button>}
        />
      </>
    );
  }
  if (!flow.value) return <Loading what="the flow" />;
  return <LoadedFlow flow={flow.value} onSaved={flow.refresh} />;
}

function LoadedFlow({ flow, onSaved }: { readonly flow: Flow; readonly onSaved: () => void }) {
  const [, navigate] = useLocation();
  const dropDraft = useFlowDrafts((state) => state.drop);
  const initial = useMemo(() => editedFlow(flow), [flow]);
  return (
    <FlowEditor
      draftKey={flow.id}
      title={flow.name}
      saveLabel="Save"
      below={needWords(flow)}
      initial={initial}
      onSave={async (draft) => {
        await request("flows.update", { id: flow.id, draft });
        onSaved();
      }}
      onDelete={async () => {
        if (!(await confirm(deletion(flow)))) return;
        await request("flows.delete", { id: flow.id });
        dropDraft(flow.id);
        navigate(paths.list);
      }}
    />
  );
}

function needWords({ neededBy }: Flow): string {
  return neededBy.length === 0
    ? "Needed by no campaign"
    : `Needed by ${neededBy.join(", ")}: calls placed from now on use what is saved here`;
}

function deletion({ name }: Flow) {
  return {
    title: `Delete the flow “${name}”?`,
    message: "It will be gone for good. Campaigns that have ended keep their calls.",
    confirmLabel: "Delete",
    permanent: true,
  };
}
