import type { Handlers } from "../ipc/answer";
import type { CopyJob } from "../storage";
import type { Services } from "./services";

type Area = Pick<Handlers, Extract<keyof Handlers, `audienceCopies.${string}`>>;

/** Duplicates and splits: long for a large audience, so that they are followed and can be cancelled. */
export function audienceCopyHandlers({ store, clock, emit }: Services): Area {
  const underWay = new Map<string, { cancelled: boolean }>();

  const copy = async (copyId: string, job: Omit<CopyJob, "now">) => {
    const state = { cancelled: false };
    underWay.set(copyId, state);
    try {
      return await store.audiences.copy(
        { ...job, now: clock.now() },
        {
          progress: (copied, of) => emit("copy.progress", { copyId, copied, of }),
          isCancelled: () => state.cancelled,
        },
      );
    } finally {
      underWay.delete(copyId);
      emit("audiences.changed", null);
    }
  };

  return {
    "audienceCopies.duplicate": ({ copyId, id, name }) =>
      copy(copyId, { from: id, share: { kind: "everybody" }, names: [name] }),
    "audienceCopies.split": ({ copyId, id, names, by }) =>
      copy(copyId, { from: id, share: by, names }),
    "audienceCopies.cancel": ({ copyId }) => {
      const state = underWay.get(copyId);
      if (state) state.cancelled = true;
      return Promise.resolve(null);
    },
  };
}
