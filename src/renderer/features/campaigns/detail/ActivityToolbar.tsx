import { NativeSelect } from "@mantine/core";
import { ACTIVITY_WORDS, activityKind } from "../../../../shared/activity";
import type { Campaign } from "../../../../shared/campaign";
import { formatNumberOf } from "../../../ui/format";
import { ListToolbar } from "../../../ui/ListPage";
import { SearchField } from "../../../ui/SearchField";
import { changeActivityView, useActivityView } from "./activity-view";

interface ActivityToolbarProps {
  readonly campaign: Campaign;
  /** How many entries the filter lets through; null before that is known. */
  readonly total: number | null;
}

export function ActivityToolbar({ campaign: { id }, total }: ActivityToolbarProps) {
  const view = useActivityView(id);
  return (
    <ListToolbar count={total === null ? null : formatNumberOf(total, "entry", "entries")}>
      <SearchField
        label="Search activity"
        value={view.search}
        onChange={(search) => changeActivityView(id, { search })}
      />
      <NativeSelect
        aria-label="Kind"
        w={200}
        data={KINDS}
        value={view.kind ?? ""}
        onChange={(event) => {
          const chosen = activityKind.safeParse(event.currentTarget.value);
          changeActivityView(id, { kind: chosen.success ? chosen.data : null });
        }}
      />
    </ListToolbar>
  );
}

const KINDS = [
  { value: "", label: "Kind: all" },
  ...activityKind.options.map((kind) => ({ value: kind, label: ACTIVITY_WORDS[kind] })),
];
