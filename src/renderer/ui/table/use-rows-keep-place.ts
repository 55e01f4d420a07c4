import { useLayoutEffect, useRef } from "react";
import type { TableRows } from "./columns";

interface RowsKeepPlace {
  /** For the scrolling element. */
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  /** The supervisor has chosen the place: by wheel, by key, by pressing on something. */
  readonly placeChosen: () => void;
}

/**
 * When a refresh has moved the rows, scrolls by as much, so that what one looks at stays where it is.
 * At the very top, with the pointer elsewhere, the newest rows are let in instead; a list that was
 * held there only because of the pointer goes back to the top when the pointer leaves.
 * @param rowHeight how far scrolling passes one row, in pixels
 */
export function useRowsKeepPlace<Row>(
  rows: TableRows<Row>,
  element: HTMLElement | null,
  rowHeight: number,
): RowsKeepPlace {
  const seen = useRef({ rows, moved: rows.moved });
  const pointerInside = useRef(false);
  const heldFromTop = useRef(false);
  const { moved } = rows;

  useLayoutEffect(() => {
    const places = seen.current.rows === rows ? moved - seen.current.moved : 0;
    seen.current = { rows, moved };
    if (!element || places === 0) return;
    if (element.scrollTop === 0) {
      if (!pointerInside.current) return;
      heldFromTop.current = true;
    }
    element.scrollTop += places * rowHeight;
  }, [rows, moved, element, rowHeight]);

  return {
    onPointerEnter: () => {
      pointerInside.current = true;
    },
    onPointerLeave: () => {
      pointerInside.current = false;
      if (heldFromTop.current) element?.scrollTo({ top: 0 });
      heldFromTop.current = false;
    },
    placeChosen: () => {
      heldFromTop.current = false;
    },
  };
}
