import parsePhoneNumber from "libphonenumber-js/min";

/** "+14155550132" → "+1 415 555 0132", as its country writes it to callers from abroad. */
export function formatPhone(e164: string): string {
  return parsePhoneNumber(e164)?.formatInternational() ?? e164;
}
