import { expect, it } from "vitest";
import { previewLine } from "../../../src/renderer/features/flows/editor/preview-line";

it("shows the number of a transfer as people read it, and leaves what is said as it is said", () => {
  const transfer = "Transfers the call to +14155550132";
  expect(previewLine(transfer, { kind: "transfer", to: "+14155550132" })).toBe(
    "Transfers the call to +1 415 555 0132",
  );
  const text = "Call +14155550132";
  expect(previewLine(`Says “${text}”`, { kind: "say", text, language: "en-US" })).toBe(
    "Says “Call +14155550132”",
  );
  expect(previewLine("Hangs up", undefined)).toBe("Hangs up");
});
