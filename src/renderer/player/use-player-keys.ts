import { useEffect, type RefObject } from "react";
import type { Playback } from "./use-playback";

const TAKES_TEXT = "input, textarea, select, [contenteditable]";
/** What Space means something else to. */
const TAKES_SPACE = `${TAKES_TEXT}, button, a[href], summary, [role=menuitem], [role=option]`;
/** What ← and → mean something else to. */
const TAKES_ARROWS = `${TAKES_TEXT}, [role=slider], [role=tab], [role=menuitem], [role=option]`;

const STEP_SECONDS = 5;

/** Space plays and pauses, ← and → go five seconds, wherever on the page the focus is. */
export function usePlayerKeys(player: RefObject<HTMLElement | null>, playback: Playback): void {
  const { media, toggle, seek } = playback;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const focus = event.target instanceof Element ? event.target : document.body;
      const dialog = focus.closest("[role=dialog]");
      if (dialog && !dialog.contains(player.current)) return;
      if (event.key === " " && !focus.closest(TAKES_SPACE)) {
        event.preventDefault();
        if (!event.repeat) toggle();
      }
      const step = stepOf(event.key);
      if (step !== 0 && media && !focus.closest(TAKES_ARROWS)) {
        event.preventDefault();
        seek(media.currentTime + step);
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [player, media, toggle, seek]);
}

/** Seconds that a key goes forward. */
export function stepOf(key: string): number {
  if (key === "ArrowLeft") return -STEP_SECONDS;
  if (key === "ArrowRight") return STEP_SECONDS;
  return 0;
}
