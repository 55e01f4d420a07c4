import { describe, expect, it } from "vitest";
import {
  campaignsInView,
  countByStatus,
  sortAfter,
} from "../../../../src/renderer/features/campaigns/list/list-view";
import { aCampaign } from "./a-campaign";

const campaigns = [
  aCampaign({ id: 3, name: "Wave 10", status: "COMPLETED", endedAt: 50 }),
  aCampaign({ id: 2, name: "Wave 9", status: "IN_PROGRESS", audienceName: "Late payers" }),
  aCampaign({ id: 1, name: "Spring", status: "DRAFT" }),
];
const everything = { search: "", status: null, sort: null };
const names = (view: Parameters<typeof campaignsInView>[1]) =>
  campaignsInView(campaigns, view).map(({ name }) => name);

describe("the list of campaigns", () => {
  it("has the newest first until it is sorted", () => {
    expect(names(everything)).toEqual(["Wave 10", "Wave 9", "Spring"]);
  });

  it("finds by the name of campaign, audience or flow, whatever the case", () => {
    expect(names({ ...everything, search: " late " })).toEqual(["Wave 9"]);
    expect(names({ ...everything, search: "RENEWAL" })).toHaveLength(3);
  });

  it("shows one status only, and counts each among what the search lets through", () => {
    expect(names({ ...everything, status: "DRAFT" })).toEqual(["Spring"]);
    const counts = countByStatus(campaigns, "wave");
    expect([counts.get("IN_PROGRESS"), counts.get("DRAFT")]).toEqual([1, undefined]);
  });

  it("sorts names as people count: Wave 9 before Wave 10", () => {
    const sort = { by: "name", descending: false } as const;
    expect(names({ ...everything, sort })).toEqual(["Spring", "Wave 9", "Wave 10"]);
  });

  it("puts what is dialing on top when it is sorted by status", () => {
    const sort = { by: "status", descending: false } as const;
    expect(names({ ...everything, sort })[0]).toBe("Wave 9");
  });

  it("goes back to newest first on the third press", () => {
    const up = { by: "name", descending: false } as const;
    const down = { by: "name", descending: true } as const;
    expect(sortAfter(null, up)).toBe(up);
    expect(sortAfter(up, down)).toBe(down);
    expect(sortAfter(down, up)).toBeNull();
  });
});
