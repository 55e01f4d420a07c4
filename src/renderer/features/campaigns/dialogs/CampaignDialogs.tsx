import { useCampaigns } from "../campaigns-store";
import { CancelDialog } from "./CancelDialog";
import { DeleteDialog } from "./DeleteDialog";
import { StartDialog } from "./StartDialog";

/** The one question that stands before the supervisor, whichever page asked it. */
export function CampaignDialogs() {
  const question = useCampaigns((state) => state.question);
  const campaign = useCampaigns((state) =>
    state.campaigns?.find(({ id }) => id === state.question?.id),
  );
  const ask = useCampaigns((state) => state.ask);
  if (!question || !campaign) return null;

  const props = { campaign, onClose: () => ask(null) };
  switch (question.kind) {
    case "start":
      return <StartDialog {...props} />;
    case "cancel":
      return <CancelDialog {...props} />;
    case "delete":
      return <DeleteDialog {...props} />;
  }
}
