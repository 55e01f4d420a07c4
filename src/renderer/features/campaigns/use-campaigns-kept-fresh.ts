import { useEffect } from "react";
import { useEvent } from "../../api/use-event";
import { useCampaigns } from "./campaigns-store";

/** Fetches the campaigns and follows what the main process tells of them, while a page shows them. */
export function useCampaignsKeptFresh(): void {
  const load = useCampaigns((state) => state.load);
  const reload = useCampaigns((state) => state.reload);
  const takeLive = useCampaigns((state) => state.takeLive);
  const forget = useCampaigns((state) => state.forget);

  useEffect(() => void load(), [load]);
  useEvent("campaign.live", takeLive);
  useEvent("campaign.changed", ({ id }) => void reload(id));
  useEvent("campaign.removed", ({ id }) => forget(id));
}
