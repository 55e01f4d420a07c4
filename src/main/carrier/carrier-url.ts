import { AppFailure } from "../../shared/app-error";

const ADVICE =
  "Set PACELINE_CARRIER_URL to an address on this computer, like http://127.0.0.1:4010, or leave it out.";

/** An IPv4 address that never leaves this computer; `URL` has already made 127.1 into 127.0.0.1. */
const LOOPBACK_V4 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

function refuse(why: string): never {
  throw new AppFailure({
    kind: "invalid-input",
    message: `The carrier's address ${why}. Nothing was sent to it.`,
    advice: ADVICE,
  });
}

function isLoopback(hostname: string): boolean {
  return LOOPBACK_V4.test(hostname) || hostname === "localhost" || hostname === "[::1]";
}

/**
 * Checks the address of another server that is to stand in for Twilio. Only this computer's own
 * addresses are taken: whatever answers there is handed the account's credentials.
 * Returns it without a slash at its end; throws `AppFailure` otherwise.
 */
export function parseCarrierUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return refuse("is not a full address");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") refuse("must begin with http://");
  if (!isLoopback(url.hostname)) refuse("is not one of this computer's own (127.0.0.1)");
  if (url.username !== "" || url.password !== "") refuse("must not hold credentials");
  if (url.search !== "" || url.hash !== "") refuse("must end after its path");
  return url.href.replace(/\/+$/, "");
}
