import { Button } from "@mantine/core";
import { EmptyState } from "../../../ui/EmptyState";
import { useListView } from "./list-view";

export function NoCampaignFound() {
  return (
    <EmptyState
      title="No campaign fits the search"
      actions={
        <Button
          variant="default"
          onClick={() => useListView.setState({ search: "", status: null })}
        >
          Show all campaigns
        </Button>
      }
    >
      Search looks at the names of campaigns, audiences and flows.
    </EmptyState>
  );
}
