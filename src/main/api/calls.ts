import { AppFailure } from "../../shared/app-error";
import type { Handlers } from "../ipc/answer";
import { recordedCall } from "./recorded-call";
import type { Services } from "./services";

type Area = Pick<Handlers, Extract<keyof Handlers, `calls.${string}`>>;

export function callHandlers({ store, dialer, settings, mediaFolder }: Services): Area {
  return {
    "calls.page": (query) => store.calls.page(query),
    "calls.attempts": ({ campaignId, contactId }) => store.calls.attempts(campaignId, contactId),
    "calls.recording": async ({ attemptId }) =>
      recordedCall(
        await store.calls.recorded(attemptId),
        mediaFolder,
        settings.current.customerTrack,
      ),
    "calls.resolve": async ({ attemptId, wasPlaced }) => {
      const result = await dialer.resolve(attemptId, wasPlaced);
      if (!result.ok) throw new AppFailure(result.error);
      return null;
    },
  };
}
