import type { Campaign } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import styles from "./CampaignListPage.module.css";
import { nextEvent } from "./next-event";

export function NextEventCell({ campaign }: { readonly campaign: Campaign }) {
  const { words, needsYou } = nextEvent(campaign, useTimeZone(), Date.now());
  return (
    <span className={styles.next} data-needs-you={needsYou} title={words}>
      {words}
    </span>
  );
}
