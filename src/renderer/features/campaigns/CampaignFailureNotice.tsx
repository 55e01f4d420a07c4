import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { CampaignId } from "../../../shared/ids";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { useCampaigns, type Failure } from "./campaigns-store";
import { paths } from "./paths";

/** On a page: a dialog that is open shows what came of its action itself. */
export function PageFailureNotice({ id }: { readonly id?: CampaignId }) {
  const failure = useCampaigns((state) => state.failure);
  const asking = useCampaigns((state) => state.question !== null);
  const elsewhere = id !== undefined && failure?.id !== id;
  return <CampaignFailureNotice failure={asking || elsewhere ? null : failure} />;
}

/** What became of an action that came to nothing, until it is read. */
export function CampaignFailureNotice({ failure }: { readonly failure: Failure | null }) {
  const dismiss = useCampaigns((state) => state.dismissFailure);
  if (!failure) return null;
  return (
    <ErrorNotice
      error={failure.error}
      onDismiss={dismiss}
      action={failure.error.kind === "quota" && <UsageLink />}
    />
  );
}

export function UsageLink() {
  return (
    <Anchor component={Link} href={paths.usage}>
      Billing & Usage
    </Anchor>
  );
}
