import { useRef, useState } from "react";
import type { CopyProgress, SplitBy } from "../../../../shared/audience-copy";
import type { AudienceId } from "../../../../shared/ids";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { useEvent } from "../../../api/use-event";

/** What is made of an audience, which stays as it is. */
export type Copy =
  | { readonly kind: "duplicate"; readonly name: string }
  | { readonly kind: "split"; readonly names: [string, string]; readonly by: SplitBy };

/** Copies an audience, with its progress and a way to stop it. */
export function useAudienceCopy(id: AudienceId, onDone: (made: readonly AudienceId[]) => void) {
  const copyId = useRef("");
  const [progress, setProgress] = useState<CopyProgress | null>(null);
  useEvent("copy.progress", (told) => {
    if (told.copyId === copyId.current) setProgress(told);
  });

  const start = useAction(async (copy: Copy) => {
    copyId.current = crypto.randomUUID();
    setProgress(null);
    onDone(await make(copy));
  });
  const make = (copy: Copy) => {
    const asked = { copyId: copyId.current, id };
    return copy.kind === "duplicate"
      ? request("audienceCopies.duplicate", { ...asked, name: copy.name })
      : request("audienceCopies.split", { ...asked, names: copy.names, by: copy.by });
  };
  const cancel = useAction(() => request("audienceCopies.cancel", { copyId: copyId.current }));
  return { start, cancel, progress };
}
