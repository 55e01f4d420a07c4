import type { Campaign } from "../../../../shared/campaign";
import { CampaignById } from "../CampaignById";
import { PageFailureNotice } from "../CampaignFailureNotice";
import { ActivityLog } from "./ActivityLog";
import styles from "./CampaignDetailPage.module.css";
import { CallsSection } from "./CallsSection";
import { DetailHeader } from "./DetailHeader";
import { FigureTiles } from "./FigureTiles";
import { Outcomes } from "./Outcomes";
import { PaceLine } from "./PaceLine";
import { StandingNotices } from "./StandingNotices";

export function CampaignDetailPage({ id }: { readonly id: number }) {
  return <CampaignById id={id}>{(campaign) => <Detail campaign={campaign} />}</CampaignById>;
}

function Detail({ campaign }: { readonly campaign: Campaign }) {
  return (
    <div className={styles.page}>
      <DetailHeader campaign={campaign} />
      <PageFailureNotice id={campaign.id} />
      <StandingNotices campaign={campaign} />
      <FigureTiles campaign={campaign} />
      <PaceLine campaign={campaign} />
      <div className={styles.sideBySide}>
        <Outcomes figures={campaign.live.figures} />
        <ActivityLog campaignId={campaign.id} />
      </div>
      <CallsSection campaign={campaign} />
    </div>
  );
}
