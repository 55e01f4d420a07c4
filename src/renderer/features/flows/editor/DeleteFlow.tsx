import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Flow } from "../../../../shared/flow";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { paths } from "../paths";
import { useFlowDrafts } from "./flow-drafts";

export function DeleteFlow({ flow }: { readonly flow: Flow }) {
  const [, navigate] = useLocation();
  const dropDraft = useFlowDrafts((state) => state.drop);
  const remove = useAction(async () => {
    if (!(await confirm(deletion(flow)))) return;
    await request("flows.delete", { id: flow.id });
    dropDraft(flow.id);
    navigate(paths.list);
  });
  return (
    <>
      <Button variant="default" disabled={remove.running} onClick={() => void remove.run()}>
        Delete…
      </Button>
      {remove.error && <ErrorNotice error={remove.error} onDismiss={remove.clearError} />}
    </>
  );
}

function deletion({ name }: Flow) {
  return {
    title: `Delete the flow “${name}”?`,
    message: "It will be gone for good. Campaigns that have ended keep their calls.",
    confirmLabel: "Delete",
    permanent: true,
  };
}
