import { useState } from "react";
import { useAction } from "./use-action";

/** A button that writes a file: says where it lies, or nothing when the dialog was closed. */
export function useSavedFile(save: () => Promise<string | null>) {
  const [words, setWords] = useState<string | null>(null);
  const action = useAction(async () => {
    setWords(null);
    const path = await save();
    if (path !== null) setWords(`Saved as ${path}`);
  });
  return { ...action, words };
}
