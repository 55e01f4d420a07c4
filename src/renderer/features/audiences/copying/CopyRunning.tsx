import { Progress, Text } from "@mantine/core";
import type { CopyProgress } from "../../../../shared/audience-copy";
import { formatCount, formatNumberOf } from "../../../ui/format";

/** How far a copy is; before the first contacts are copied, that it has begun. */
export function CopyRunning({ progress }: { readonly progress: CopyProgress | null }) {
  const { copied, of } = progress ?? { copied: 0, of: 0 };
  return (
    <>
      <Progress
        mt="md"
        value={of === 0 ? 0 : (copied / of) * 100}
        aria-label="Contacts copied"
        transitionDuration={0}
      />
      <Text role="status">
        {progress
          ? `${formatCount(copied)} of ${formatNumberOf(of, "contact")}`
          : "Looking through the contacts…"}
      </Text>
    </>
  );
}
