import { useLayoutEffect, useMemo, useState, type UIEvent } from "react";
import { rememberedScroll, rememberScroll } from "./remembered-scroll";
import { ScrollSpace } from "./scroll-space";

interface Scrolled {
  readonly space: ScrollSpace;
  readonly scrollTop: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Scrolls, if need be, until the row is seen whole. */
  readonly show: (row: number) => void;
}

/**
 * What is seen of a scrolling element with so many rows.
 * @param placeName under which its place is kept until one comes back to it
 */
export function useScrollSpace(
  element: HTMLElement | null,
  rows: number,
  placeName: string,
): Scrolled {
  const [clientHeight, setClientHeight] = useState(0);
  const [scrollTop, setScrollTop] = useState(() => rememberedScroll(placeName));
  const space = useMemo(
    () => new ScrollSpace(rows, clientHeight, window.devicePixelRatio),
    [rows, clientHeight],
  );

  useLayoutEffect(() => {
    if (!element) return;
    element.scrollTop = rememberedScroll(placeName);
    const measure = () => setClientHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, placeName]);

  return {
    space,
    scrollTop,
    onScroll: ({ currentTarget }) => {
      rememberScroll(placeName, currentTarget.scrollTop);
      setScrollTop(currentTarget.scrollTop);
    },
    show: (row) => {
      if (element) element.scrollTop = space.scrollTopToSee(row, element.scrollTop);
    },
  };
}
