import { Button } from "@mantine/core";
import type { Campaign } from "../../../../shared/campaign";
import { EmptyState } from "../../../ui/EmptyState";
import { changeCallsView, isFiltered, NO_FILTER, useCallsView } from "./calls-view";

export function NoCalls({ campaign }: { readonly campaign: Campaign }) {
  const view = useCallsView(campaign.id);
  if (isFiltered(view)) {
    return (
      <EmptyState
        title="No call fits the search and the filters"
        actions={
          <Button variant="default" onClick={() => changeCallsView(campaign.id, NO_FILTER)}>
            Show all calls
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState title="No calls yet">
      {campaign.status === "DRAFT"
        ? "Press Start Campaign: every contact that is called appears here."
        : "Every contact that is called appears here."}
    </EmptyState>
  );
}
