import { useRef, useState, type DragEvent } from "react";
import { pathOf } from "./client";

/** Takes the first file that is dropped on an element; `over` while one is held above it. */
export function useFileDrop(onFile: (path: string) => void) {
  const [over, setOver] = useState(false);
  // Each child that the pointer crosses enters before the one before it leaves.
  const depth = useRef(0);
  const change = (event: DragEvent, by: 1 | -1) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    depth.current += by;
    setOver(depth.current > 0);
  };
  const target = {
    onDragEnter: (event: DragEvent) => change(event, 1),
    onDragLeave: (event: DragEvent) => change(event, -1),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      depth.current = 0;
      setOver(false);
      const file = event.dataTransfer.files[0];
      if (file) onFile(pathOf(file));
    },
  };
  return { over, target };
}
