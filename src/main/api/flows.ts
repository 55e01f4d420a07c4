import { previewFlow } from "../carrier";
import type { Handlers } from "../ipc/answer";
import type { Services } from "./services";

type Area = Pick<Handlers, Extract<keyof Handlers, `flows.${string}`>>;

export function flowHandlers({ store, clock, emit }: Services): Area {
  const { flows, audiences } = store;
  return {
    "flows.list": () => flows.list(),
    "flows.get": ({ id }) => flows.get(id),
    "flows.create": async (draft) => {
      const id = await flows.create(draft, clock.now());
      emit("flows.changed", null);
      return flows.get(id);
    },
    "flows.update": async ({ id, draft }) => {
      await flows.update(id, draft, clock.now());
      emit("flows.changed", null);
      return flows.get(id);
    },
    "flows.delete": async ({ id }) => {
      await flows.delete(id);
      emit("flows.changed", null);
      return null;
    },
    "flows.preview": async ({ content, audienceId }) =>
      previewFlow(content, audienceId ? await audiences.firstContact(audienceId) : null),
  };
}
