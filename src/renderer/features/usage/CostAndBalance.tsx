import type { Usage } from "../../../shared/usage";
import { formatCount } from "../../ui/format";
import { formatMoney } from "../../ui/format-money";
import { StatTile, StatTiles } from "../../ui/StatTile";

export function CostAndBalance({ usage }: { readonly usage: Usage }) {
  const { calls, cost, balance } = usage;
  return (
    <StatTiles label="Calls, cost and balance">
      <StatTile label="Calls this month" value={formatCount(calls)} detail="answered, so billed" />
      <StatTile
        label="Cost this month"
        value={cost ? formatMoney(cost) : "–"}
        detail={cost ? "as the carrier reports it" : "the carrier has reported none yet"}
      />
      <StatTile
        label="Balance"
        value={balance ? formatMoney(balance) : "–"}
        detail={balance ? "of the account, now" : "the carrier cannot be asked at the moment"}
      />
    </StatTiles>
  );
}
