import { NativeSelect } from "@mantine/core";
import { callFilter } from "../../../shared/call";
import { outcome, OUTCOME_WORDS } from "../../../shared/outcome";
import { FilterChips } from "../../ui/FilterChips";
import { formatNumberOf } from "../../ui/format";
import { ListToolbar } from "../../ui/ListPage";
import { SearchField } from "../../ui/SearchField";
import { useCallsView } from "./calls-view";

interface CallsToolbarProps {
  /** Calls that the filters let through; null before that is known. */
  readonly total: number | null;
}

export function CallsToolbar({ total }: CallsToolbarProps) {
  const view = useCallsView();
  return (
    <ListToolbar count={total === null ? null : formatNumberOf(total, "call")}>
      <SearchField
        label="Search calls"
        value={view.search}
        onChange={(search) => useCallsView.setState({ search })}
      />
      <FilterChips
        label="Status"
        options={callFilter.options.map((filter) => ({ value: filter, word: filter }))}
        value={view.status}
        onChange={(status) => useCallsView.setState({ status })}
      />
      <NativeSelect
        aria-label="Outcome"
        w={184}
        data={[
          { value: "", label: "Outcome: all" },
          ...outcome.options.map((each) => ({ value: each, label: OUTCOME_WORDS[each] })),
        ]}
        value={view.outcome ?? ""}
        onChange={(event) => {
          const chosen = outcome.safeParse(event.currentTarget.value);
          useCallsView.setState({ outcome: chosen.success ? chosen.data : null });
        }}
      />
    </ListToolbar>
  );
}
