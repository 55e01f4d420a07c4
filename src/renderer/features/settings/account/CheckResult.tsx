import { Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { ConnectionCheck } from "../../../../shared/settings";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import { formatMoney } from "../../../ui/format-money";
import styles from "./CheckResult.module.css";
import type { CheckedConnection } from "./use-connection-check";

/** What "Check connection" found, or what is wrong and what to do. */
export function CheckResult({ check }: { readonly check: CheckedConnection }) {
  if (check.error) return <ErrorNotice error={check.error} />;
  const { found } = check;
  if (!found) return null;
  if (!found.ok) {
    const { message, advice } = found;
    return <ErrorNotice error={{ kind: "carrier", message, ...(advice ? { advice } : {}) }} />;
  }
  return (
    <div role="status" className={styles.found}>
      <IconCircleCheck size={18} aria-hidden />
      <div>
        <Text fw={600}>{found.message}</Text>
        <Text>{details(found)}</Text>
        {found.advice && <Text>{found.advice}</Text>}
      </div>
    </div>
  );
}

function details({ accountName, balance, callerIds }: ConnectionCheck): string {
  const parts = [
    accountName,
    balance && `balance ${formatMoney(balance)}`,
    formatNumberOf(callerIds.length, "caller ID"),
  ];
  return parts.filter(Boolean).join(" · ");
}
