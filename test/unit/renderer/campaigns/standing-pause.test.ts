import { expect, it } from "vitest";
import { standingPause } from "../../../../src/renderer/features/campaigns/standing-pause";
import type { AppError } from "../../../../src/shared/app-error";
import { aCampaign } from "./a-campaign";

const pauseReason = { kind: "quota", message: "Too few call minutes remain." } as const;
const paused = aCampaign({ status: "PAUSED", pauseReason });
const failure = (id: typeof paused.id, kind: AppError["kind"]) => ({
  id,
  error: { kind, message: "Not done." },
});

it("says why a campaign stands still, unless the refused Resume has just said so", () => {
  expect(standingPause(paused, null)).toEqual(pauseReason);
  expect(standingPause(paused, failure(paused.id, "quota"))).toBeNull();
});

it("goes on saying so beside what went wrong otherwise, or with another campaign", () => {
  const other = aCampaign({ id: 2 });
  expect(standingPause(paused, failure(paused.id, "storage"))).toEqual(pauseReason);
  expect(standingPause(paused, failure(other.id, "quota"))).toEqual(pauseReason);
});

it("says nothing of a campaign that the supervisor paused, or that dials", () => {
  const byHand = { kind: "supervisor", message: "Paused by the supervisor." } as const;
  expect(standingPause(aCampaign({ status: "PAUSED", pauseReason: byHand }), null)).toBeNull();
  expect(standingPause(aCampaign({ status: "IN_PROGRESS" }), null)).toBeNull();
});
