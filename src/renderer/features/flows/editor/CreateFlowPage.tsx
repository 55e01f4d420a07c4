import { useState } from "react";
import { useLocation } from "wouter";
import { request } from "../../../api/client";
import { paths } from "../paths";
import { emptyFlow } from "./edited-flow";
import { FlowEditor } from "./FlowEditor";

export function CreateFlowPage() {
  const [empty] = useState(emptyFlow);
  const [, navigate] = useLocation();
  return (
    <FlowEditor
      draftKey="new"
      title="Create Flow"
      saveLabel="Create Flow"
      initial={empty}
      onSave={async (draft) => {
        await request("flows.create", draft);
        navigate(paths.list);
      }}
    />
  );
}
