import { beforeEach, describe, expect, it, vi } from "vitest";
import { useCampaigns } from "../../../../src/renderer/features/campaigns/campaigns-store";
import type { Campaign } from "../../../../src/shared/campaign";
import { aCampaign } from "./a-campaign";

const request = vi.fn();
vi.stubGlobal("window", { paceline: { request } });

const store = () => useCampaigns.getState();
const only = (): Campaign => {
  const [campaign] = store().campaigns ?? [];
  if (!campaign) throw new Error("The store has no campaign.");
  return campaign;
};

beforeEach(() => {
  request.mockReset();
  useCampaigns.setState({ campaigns: [aCampaign({ status: "IN_PROGRESS" })], failure: null });
});

describe("the renderer's copy of the campaigns", () => {
  it("does not replace figures by older ones that were under way when they came", async () => {
    const newer = aCampaign({ status: "COMPLETED", figures: { completed: 24, pending: 0 } }).live;
    request.mockImplementation(() => {
      store().takeLive(newer);
      return Promise.resolve({ ok: true, value: aCampaign({ status: "COMPLETED" }) });
    });
    await store().reload(only().id);
    expect(only().live.figures.completed).toBe(24);
  });

  it("takes the status along with the figures", () => {
    store().takeLive(aCampaign({ status: "PAUSED" }).live);
    expect(only().status).toBe("PAUSED");
  });

  it("forgets a campaign that is not there any more", async () => {
    request.mockResolvedValue({ ok: false, error: { kind: "not-found", message: "It is gone." } });
    await store().reload(only().id);
    expect(store().campaigns).toEqual([]);
  });

  it("keeps what went wrong with an action, by campaign, and asks nothing twice at once", async () => {
    request.mockResolvedValue({ ok: false, error: { kind: "quota", message: "Too few minutes." } });
    const both = [store().act(only().id, "resume"), store().act(only().id, "resume")];
    expect(await Promise.all(both)).toEqual([false, false]);
    expect(request).toHaveBeenCalledTimes(1);
    expect(store().failure).toEqual({
      id: only().id,
      error: { kind: "quota", message: "Too few minutes." },
    });
    expect(store().busy.size).toBe(0);
  });

  it("shows what the main process answers, not what was asked for", async () => {
    request.mockResolvedValue({ ok: true, value: aCampaign({ status: "COMPLETED" }) });
    await store().act(only().id, "pause");
    expect(only().status).toBe("COMPLETED");
  });
});
