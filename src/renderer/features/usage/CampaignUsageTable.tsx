import { Anchor, Title } from "@mantine/core";
import { Link } from "wouter";
import type { Usage } from "../../../shared/usage";
import { formatCount } from "../../ui/format";
import styles from "./UsagePage.module.css";

/** Minutes by campaign, most first. */
export function CampaignUsageTable({ usage }: { readonly usage: Usage }) {
  const campaigns = [...usage.perCampaign].sort((a, b) => b.minutes - a.minutes);
  return (
    <section aria-labelledby="campaigns-title">
      <Title order={2} id="campaigns-title">
        By campaign
      </Title>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Campaign</th>
            <th scope="col" data-align="right">
              Calls
            </th>
            <th scope="col" data-align="right">
              Minutes used
            </th>
            <th scope="col" data-align="right">
              Reserved
            </th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map(({ campaignId, name, calls, minutes, reservedMinutes }) => (
            <tr key={campaignId}>
              <td data-of="name" dir="auto" title={name}>
                <Anchor component={Link} href={`/campaigns/${campaignId}`} inherit>
                  {name}
                </Anchor>
              </td>
              <td data-align="right">{formatCount(calls)}</td>
              <td data-align="right">{formatCount(minutes)} min</td>
              <td data-align="right">
                {reservedMinutes > 0 ? `${formatCount(reservedMinutes)} min` : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
