import { describe, expect, test } from "vitest";
import { parseCarrierUrl } from "../../../src/main/carrier";
import { AppFailure } from "../../../src/shared/app-error";

describe("another carrier's address", () => {
  test.each([
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    [" http://127.0.0.1:4010/ ", "http://127.0.0.1:4010"],
    ["http://127.255.0.9:1", "http://127.255.0.9:1"],
    ["http://127.1:80", "http://127.0.0.1"],
    ["http://localhost:4010/twilio/", "http://localhost:4010/twilio"],
    ["http://LOCALHOST:4010", "http://localhost:4010"],
    ["http://[::1]:4010", "http://[::1]:4010"],
    ["https://127.0.0.1", "https://127.0.0.1"],
  ])("%s is on this computer", (text, url) => {
    expect(parseCarrierUrl(text)).toBe(url);
  });

  test.each([
    "http://192.168.0.4:4010",
    "http://10.0.0.1",
    "http://0.0.0.0:4010",
    "https://api.twilio.com",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://example.com#127.0.0.1",
    "http://[::2]:4010",
    "http://[::ffff:10.0.0.1]:4010",
    "http://user:secret@127.0.0.1",
    "http://127.0.0.1@example.com",
    "http://127.0.0.1:4010/?a=b",
    "http://127.0.0.1:4010/#a",
    "ftp://127.0.0.1",
    "file:///etc/passwd",
    "127.0.0.1:4010",
    "localhost",
    "http://",
    "",
  ])("%s is refused, saying what to do", (text) => {
    const attempt = () => parseCarrierUrl(text);
    expect(attempt).toThrow(AppFailure);
    try {
      attempt();
    } catch (failure) {
      const { error } = failure as AppFailure;
      expect(error.kind).toBe("invalid-input");
      expect(error.message).toContain("Nothing was sent");
      expect(error.advice).toContain("PACELINE_CARRIER_URL");
      expect(JSON.stringify(error)).not.toContain("secret");
    }
  });
});
