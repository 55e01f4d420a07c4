import { z } from "zod";

/**
 * What went wrong, in words for the supervisor. `message` says what happened and what was not
 * done; `advice` what to do now. `field` names the form field that has to be mended, if one has.
 */
export const appError = z.object({
  kind: z.enum([
    /** What was typed or chosen cannot be used. */
    "invalid-input",
    /** What was asked for is not there (any more). */
    "not-found",
    /** It is there, but in a state that does not allow this. */
    "refused",
    /** Too few call minutes remain. */
    "quota",
    /** The carrier, or the way to it, said no. */
    "carrier",
    /** The store or the disk said no. */
    "storage",
    /** Our own fault: the log has the details. */
    "internal",
  ]),
  message: z.string(),
  advice: z.string().optional(),
  field: z.string().optional(),
});
export type AppError = z.infer<typeof appError>;

/** Carries an `AppError` through code that throws; the IPC border turns it into a value. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = "AppFailure";
    this.error = error;
  }
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
