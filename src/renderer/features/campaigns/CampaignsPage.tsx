import { PageHeader } from "../../ui/PageHeader";

export default function CampaignsPage() {
  return <PageHeader title="Campaigns" />;
}
