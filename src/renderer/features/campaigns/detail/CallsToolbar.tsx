import { Select } from "@mantine/core";
import { callFilter, type CallFilter } from "../../../../shared/call";
import type { Campaign, CampaignFigures } from "../../../../shared/campaign";
import { outcome as outcomeSchema, OUTCOME_WORDS } from "../../../../shared/outcome";
import { FilterChips } from "../../../ui/FilterChips";
import { formatNumberOf } from "../../../ui/format";
import { SearchField } from "../../../ui/SearchField";
import { changeCallsView, useCallsView } from "./calls-view";
import styles from "./CallsSection.module.css";

interface CallsToolbarProps {
  readonly campaign: Campaign;
  /** How many calls the filters let through; null while that is not known. */
  readonly total: number | null;
}

export function CallsToolbar({ campaign, total }: CallsToolbarProps) {
  const { id, live } = campaign;
  const view = useCallsView(id);
  const counts = countsByFilter(live.figures);
  const offered = callFilter.options.filter(
    (filter) => filter !== "UNRESOLVED" || counts.UNRESOLVED > 0 || view.status === filter,
  );
  return (
    <div className={styles.toolbar}>
      <SearchField
        label="Search calls"
        width={200}
        value={view.search}
        onChange={(search) => changeCallsView(id, { search })}
      />
      <FilterChips
        label="Status"
        options={offered.map((filter) => ({
          value: filter,
          word: filter,
          count: counts[filter],
        }))}
        value={view.status}
        onChange={(status) => changeCallsView(id, { status })}
      />
      <Select
        aria-label="Outcome"
        w={170}
        placeholder="Outcome: all"
        clearable
        clearButtonProps={{ "aria-label": "All outcomes" }}
        data={OUTCOMES}
        value={view.outcome}
        onChange={(chosen) => changeCallsView(id, { outcome: chosen })}
      />
      <span role="status" className={styles.count}>
        {total !== null && formatNumberOf(total, "call")}
      </span>
    </div>
  );
}

const OUTCOMES = outcomeSchema.options.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

/** Of the contacts that have been called: those never called have no row here. */
function countsByFilter(figures: CampaignFigures): Readonly<Record<CallFilter, number>> {
  return {
    PENDING: figures.waitingForRetry,
    IN_PROGRESS: figures.inProgress,
    COMPLETED: figures.completed,
    FAILED: figures.failed,
    UNRESOLVED: figures.unresolved,
  };
}
