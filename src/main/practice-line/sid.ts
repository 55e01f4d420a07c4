import { createHash, randomBytes } from "node:crypto";

/** A new identifier in Twilio's form: two letters for the kind and 32 hexadecimal digits. */
export function newSid(kind: string): string {
  return kind + randomBytes(16).toString("hex");
}

/** The identifier that belongs to something else, always the same: nothing has to be kept for it. */
export function sidOf(kind: string, owner: string): string {
  return kind + createHash("sha256").update(`${kind}:${owner}`).digest("hex").slice(0, 32);
}
