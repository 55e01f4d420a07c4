import { describe, expect, test } from "vitest";
import { faultOf, placementOf } from "../../../src/main/carrier/error-classes";
import { FAULT_OF_CODE } from "../../../src/main/carrier/error-codes";
import { networkFailure, type RequestFailure } from "../../../src/main/carrier/request-failure";

const answered = (status: number, code: number | null = null): RequestFailure => ({
  kind: "answered",
  status,
  code,
  retryAfterMs: null,
});

/** The table of what an error means, written out a second time. */
const CLASSES: readonly (readonly [string, readonly number[]])[] = [
  ["contact invalid_number", [21201, 21202, 21211, 21214, 21217, 21401]],
  ["contact not_permitted", [21203, 21215, 21216, 21219]],
  ["account", [10001, 10002, 20003, 20005, 20006, 20008, 20010, 20403, 20404]],
  ["account", [21210, 21212, 21213]],
  ["account", [20001, 21205, 21206, 21207, 21208, 21209, 21218, 21234, 21263]],
  ["carrier", [10004, 20429, 20500, 20503]],
];

const codes = CLASSES.flatMap(([name, numbers]) => numbers.map((code) => [code, name] as const));

describe("Twilio's error numbers", () => {
  test.each(codes)("%i is the %s's", (code, name) => {
    const fault = faultOf(answered(400, code));
    expect(fault.kind === "contact" ? `contact ${fault.outcome}` : fault.kind).toBe(name);
  });

  test("are all in this table", () => {
    expect([...FAULT_OF_CODE.keys()].sort()).toEqual(codes.map(([code]) => code).sort());
  });

  test.each([...FAULT_OF_CODE])("%i has words for people", (code, fault) => {
    const words = fault.kind === "account" ? [fault.message, fault.advice] : [fault.reason];
    for (const text of words) {
      expect(text).toMatch(/^[A-Z].{10,}\.$/);
      expect(text).not.toContain(String(code));
    }
  });
});

describe("answers without a number that we know", () => {
  test.each([
    [400, 99999, "account"],
    [401, null, "account"],
    [403, null, "account"],
    [404, null, "account"],
    [407, null, "account"],
    [429, null, "carrier"],
    [429, 99999, "carrier"],
    [408, null, "carrier"],
    [500, null, "carrier"],
    [502, null, "carrier"],
    [302, null, "carrier"],
  ])("HTTP %i, error %s", (status, code, kind) => {
    expect(faultOf(answered(status, code)).kind).toBe(kind);
  });

  test("an unknown number leads to Twilio's page on it", () => {
    expect(faultOf(answered(400, 99999))).toMatchObject({
      advice: expect.stringContaining("https://www.twilio.com/docs/api/errors/99999") as string,
    });
  });
});

describe("a request to place a call that failed", () => {
  test.each<[string, RequestFailure, "refused" | "ambiguous"]>([
    ["400", answered(400, 21211), "refused"],
    ["401", answered(401, 20003), "refused"],
    ["429", answered(429, 20429), "refused"],
    ["408, which a proxy may have sent", answered(408), "ambiguous"],
    ["500", answered(500, 20500), "ambiguous"],
    ["500 with a number that would else be final", answered(500, 21211), "ambiguous"],
    ["503", answered(503, 20503), "ambiguous"],
    ["302", answered(302), "ambiguous"],
    ["an unreadable answer", { kind: "unreadable" }, "ambiguous"],
    ["a time-out", { kind: "lost", because: "time-out" }, "ambiguous"],
    ["a broken connection", { kind: "lost", because: "connection" }, "ambiguous"],
    ["no network", { kind: "unsent", because: "no-network" }, "refused"],
    ["a refused connection", { kind: "unsent", because: "refused" }, "refused"],
    ["a wrong certificate", { kind: "unsent", because: "certificate" }, "refused"],
  ])("%s", (_, failure, kind) => {
    expect(placementOf(failure).kind).toBe(kind);
  });
});

describe("what the network says", () => {
  const wrapped = (code: string, syscall?: string) => ({ code, cause: { code, syscall } });

  test.each([
    ["the name is not known", wrapped("ENOTFOUND", "getaddrinfo"), "unsent"],
    ["names cannot be asked for", wrapped("EAI_AGAIN", "getaddrinfo"), "unsent"],
    ["nobody listens", wrapped("ECONNREFUSED", "connect"), "unsent"],
    ["nobody listens on either address", { code: "ECONNREFUSED" }, "unsent"],
    ["there is no way", wrapped("ENETUNREACH", "connect"), "unsent"],
    ["no connection in time", wrapped("ETIMEDOUT", "connect"), "unsent"],
    ["the certificate has expired", wrapped("CERT_HAS_EXPIRED"), "unsent"],
    ["a proxy signs for everybody", wrapped("SELF_SIGNED_CERT_IN_CHAIN"), "unsent"],
    ["the issuer is unknown", wrapped("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "unsent"],
    ["the certificate is another's", wrapped("ERR_TLS_CERT_ALTNAME_INVALID"), "unsent"],
    ["no answer in time", { code: "ECONNABORTED" }, "lost"],
    ["the connection is reset", wrapped("ECONNRESET", "read"), "lost"],
    ["the way breaks while sending", wrapped("EHOSTUNREACH", "write"), "lost"],
    ["the other side hangs up", wrapped("EPIPE", "write"), "lost"],
    ["something unheard of", new Error("?"), "lost"],
    ["nothing at all", undefined, "lost"],
  ])("%s: %#", (_, thrown, kind) => {
    expect(networkFailure(thrown).kind).toBe(kind);
  });

  test("a time-out is told from a break", () => {
    expect(networkFailure({ code: "ECONNABORTED" })).toEqual({ kind: "lost", because: "time-out" });
  });
});
