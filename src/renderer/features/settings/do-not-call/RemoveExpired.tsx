import { Button } from "@mantine/core";
import type { DoNotCallSummary, Removal } from "../../../../shared/do-not-call";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatCount, formatNumberOf } from "../../../ui/format";
import { stayWords } from "./entry-words";

interface RemoveExpiredProps {
  readonly summary: DoNotCallSummary | null;
  readonly onRemoved: (removal: Removal) => void;
}

/** Clears away entries that hold nobody back any more; without any, there is nothing to see. */
export function RemoveExpired({ summary, onRemoved }: RemoveExpiredProps) {
  const remove = useAction(async (question: Parameters<typeof confirm>[0]) => {
    if (await confirm(question)) onRemoved(await request("doNotCall.removeExpired", null));
  });
  if (!summary || summary.expired === 0) return null;
  const { expired, numbers } = summary;
  const question = {
    title: "Remove expired numbers?",
    message: `${formatNumberOf(expired, "number whose time is over", "numbers whose time is over")} will be removed, ${stayWords(numbers - expired)}. Campaigns may call expired numbers already.`,
    confirmLabel: `Remove ${formatNumberOf(expired, "number")}`,
  };
  return (
    <>
      <Button variant="default" loading={remove.running} onClick={() => void remove.run(question)}>
        Remove {formatCount(expired)} expired…
      </Button>
      {remove.error && <ErrorNotice error={remove.error} onDismiss={remove.clearError} />}
    </>
  );
}
