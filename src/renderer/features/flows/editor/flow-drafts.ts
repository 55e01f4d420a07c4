import { create } from "zustand";
import type { FlowId } from "../../../../shared/ids";
import type { EditedFlow } from "./edited-flow";

export type DraftKey = FlowId | "new";

interface FlowDrafts {
  /** Flows that were changed and not saved yet: going to another page and back loses nothing. */
  readonly drafts: ReadonlyMap<DraftKey, EditedFlow>;
  keep(key: DraftKey, draft: EditedFlow): void;
  drop(key: DraftKey): void;
}

export const useFlowDrafts = create<FlowDrafts>((set) => ({
  drafts: new Map(),
  keep: (key, draft) => set(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) })),
  drop: (key) =>
    set(({ drafts }) => ({ drafts: new Map([...drafts].filter(([other]) => other !== key)) })),
}));
