import { useHotkeys } from "@mantine/hooks";
import type { RefObject } from "react";

/** J and K go through the list also while the focus is elsewhere, such as in the open call. */
export function useListKeys(around: RefObject<HTMLElement | null>): void {
  const handOver = (event: KeyboardEvent) => {
    const list = around.current?.querySelector<HTMLElement>("[role=grid]");
    if (!list || document.activeElement === list) return;
    list.focus();
    list.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, bubbles: true }));
  };
  useHotkeys([
    ["j", handOver],
    ["k", handOver],
  ]);
}
