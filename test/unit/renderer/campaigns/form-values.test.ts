import { describe, expect, it } from "vitest";
import {
  draftOf,
  EMPTY_FORM,
  estimateInputOf,
  fieldOf,
  valuesOf,
  type FormValues,
} from "../../../../src/renderer/features/campaigns/form/form-values";
import { DEFAULT_DIALING } from "../../../../src/shared/campaign";
import { aCampaign } from "./a-campaign";

const filled: FormValues = { ...EMPTY_FORM, name: "Spring", flowId: "1", audienceId: "2" };
const errorsOf = (values: Partial<FormValues>) => {
  const result = draftOf({ ...filled, ...values });
  return "errors" in result ? result.errors : {};
};

describe("the campaign form", () => {
  it("begins with the defaults of the product", () => {
    const result = draftOf(filled);
    expect(result).toEqual({
      draft: {
        name: "Spring",
        flowId: 1,
        audienceId: 2,
        scheduledStart: null,
        dialing: DEFAULT_DIALING,
        callerId: null,
      },
    });
  });

  it("asks for name, flow and audience, each at its field", () => {
    expect(Object.keys(errorsOf({ name: "  ", flowId: null, audienceId: null }))).toEqual([
      "name",
      "flowId",
      "audienceId",
    ]);
  });

  it("asks for a time zone as soon as there is a scheduled start", () => {
    expect(errorsOf({ startLocal: "2027-05-05T09:30" })).toEqual({
      timeZone: "Timezone is required once Scheduled Start is set.",
    });
    expect(errorsOf({ startLocal: "2027-05-05T09:30", timeZone: "Mars/Olympus" }).timeZone).toMatch(
      /not known/,
    );
  });

  it.each([
    ["callsPerMinute", 0, /at least 1/],
    ["callsPerMinute", 1e9, /at most 1,800/],
    ["maxConcurrentCalls", "", /must be a number/],
    ["maxRetries", 2.5, /whole number/],
    ["maxRetries", -1, /at least 0/],
    ["retryDelayMinutes", 10_081, /at most/],
    ["callTimeoutMinutes", 0, /at least 1/],
    ["ringTimeoutSeconds", 4, /at least 5/],
    ["hungUpWithinSeconds", 61, /at most 60/],
    ["weight", 11, /Share of the account must be at most 10/],
  ] as const)("says at the field what is wrong with %s = %s", (field, value, message) => {
    const errors = errorsOf({ [field]: value });
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(message);
  });

  it("takes delays as people write them", () => {
    const rule = { retries: 5, delays: " 2, 4;8 " };
    const retryRules = { ...filled.retryRules, busy: rule };
    const result = draftOf({ ...filled, retryRules });
    expect(result).toMatchObject({
      draft: { dialing: { retryRules: { busy: { retries: 5, delaysMinutes: [2, 4, 8] } } } },
    });
  });

  it.each([
    ["retries", { retries: 21, delays: "" }, /Retries must be at most 20/],
    ["retries", { retries: 1.5, delays: "" }, /whole number/],
    ["delays", { retries: "", delays: "2, soon" }, /Each delay must be a number/],
    ["delays", { retries: "", delays: "2, -1" }, /Each delay must be at least 0/],
    ["delays", { retries: "", delays: "1 ".repeat(21) }, /At most 20 delays/],
  ])("says at the rule's field what is wrong with %s", (part, rule, message) => {
    const errors = errorsOf({ retryRules: { ...filled.retryRules, machine: rule } });
    expect(errors).toEqual({
      [`retryRules.machine.${part}`]: expect.stringMatching(message) as string,
    });
  });

  it("estimates without a name, but not with a field that cannot be used", () => {
    expect(estimateInputOf({ ...filled, name: "" })).not.toBeNull();
    expect(estimateInputOf({ ...filled, callsPerMinute: "" })).toBeNull();
  });

  it("shows a draft as it was saved", () => {
    const scheduledStart = { local: "2027-05-05T09:30", timeZone: "America/New_York" };
    const dialing = {
      ...DEFAULT_DIALING,
      retryRules: {
        ...DEFAULT_DIALING.retryRules,
        busy: { retries: 2, delaysMinutes: [5, 60] },
      },
    };
    const saved = aCampaign({ name: "Spring", scheduledStart, dialing });
    expect(draftOf(valuesOf(saved))).toEqual({
      draft: {
        name: "Spring",
        flowId: 1,
        audienceId: 1,
        scheduledStart,
        dialing,
        callerId: null,
      },
    });
  });

  it("finds the field that a refusal names", () => {
    expect(fieldOf("scheduledStart")).toBe("startLocal");
    expect(fieldOf("scheduledStart.timeZone")).toBe("timeZone");
    expect(fieldOf("dialing.maxRetries")).toBe("maxRetries");
    expect(fieldOf("dialing.retryRules.busy.delaysMinutes.1")).toBe("retryRules.busy.delays");
    expect(fieldOf("dialing.retryRules.talked.retries")).toBeNull();
    expect(fieldOf("")).toBeNull();
    expect(fieldOf("constructor")).toBeNull();
  });
});
