import { campaignStatus, type Campaign } from "../../../../shared/campaign";
import { FilterChips } from "../../../ui/FilterChips";
import { ListToolbar } from "../../../ui/ListPage";
import { SearchField } from "../../../ui/SearchField";
import { countByStatus, useListView } from "./list-view";

export function CampaignFilters({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const view = useListView();
  const counts = countByStatus(campaigns, view.search);

  return (
    <ListToolbar>
      <SearchField
        label="Search campaigns"
        value={view.search}
        onChange={(search) => useListView.setState({ search })}
      />
      <FilterChips
        label="Status"
        options={campaignStatus.options.map((status) => ({
          value: status,
          word: status,
          count: counts.get(status) ?? 0,
        }))}
        value={view.status}
        onChange={(status) => useListView.setState({ status })}
      />
    </ListToolbar>
  );
}
