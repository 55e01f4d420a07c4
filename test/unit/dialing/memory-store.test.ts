import { dialingStoreContract } from "../../support/dialing-store-contract";
import { phoneOf } from "../../support/dialing-stage";
import { MemoryStore } from "../../support/memory-store";

dialingStoreContract("the store in memory", async () => {
  const store = new MemoryStore();
  return {
    store,
    suppress: async (n, until) => store.suppress(phoneOf(n), { until }),
    campaign: async (numbers) => {
      const id = store.addCampaign({ phones: numbers.map((n) => phoneOf(n)) });
      await store.changeCampaign(id, {
        status: "IN_PROGRESS",
        pauseReason: null,
        at: 0,
        activity: { kind: "started", message: "Started." },
      });
      return id;
    },
  };
});
