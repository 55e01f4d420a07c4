import type { Campaign, PauseReason } from "../../../shared/campaign";
import type { Failure } from "./campaigns-store";

/** Why the campaign stands still although nobody pressed Pause; null: it does not, or a failure says the same. */
export function standingPause(campaign: Campaign, failure: Failure | null): PauseReason | null {
  const { id, status, pauseReason } = campaign;
  if (status !== "PAUSED" || !pauseReason || pauseReason.kind === "supervisor") return null;
  return failure?.id === id && failure.error.kind === REFUSED_AS[pauseReason.kind]
    ? null
    : pauseReason;
}

/** What Resume is refused with while the reason lasts. */
const REFUSED_AS: Readonly<Record<PauseReason["kind"], Failure["error"]["kind"] | null>> = {
  supervisor: null,
  quota: "quota",
  account: "carrier",
  "circuit-breaker": null,
};
