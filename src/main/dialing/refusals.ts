import type { AppError } from "../../shared/app-error";

/* Why something was not done, in words for the supervisor. */

export const NOT_THERE: AppError = {
  kind: "not-found",
  message: "The campaign is not there any more. Nothing was changed.",
};

export const NOT_SAVED: AppError = {
  kind: "storage",
  message: "The change could not be saved, so it was not made.",
  advice: "See whether the disk is full, then try again.",
};

export const NOBODY_TO_CALL: AppError = {
  kind: "refused",
  message: "The campaign was not started: its audience has no contacts.",
  advice: "Import contacts into the audience, or choose another one.",
};

export const SETTLED_ALREADY: AppError = {
  kind: "not-found",
  message: "What became of this call is known meanwhile. Nothing was changed.",
};

export const STILL_ASKED: AppError = {
  kind: "refused",
  message: "The carrier is still being asked what became of this call. Nothing was changed.",
  advice: "Wait until the call is shown as unresolved.",
};
