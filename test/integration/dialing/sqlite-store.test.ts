import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import { phoneNumber } from "../../../src/shared/phone-number";
import { openContactWriter } from "../../../src/main/storage";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { phoneOf } from "../../support/dialing-stage";
import { dialingStoreContract } from "../../support/dialing-store-contract";
import { temporaryStore } from "../../support/temporary-store";

const NOW = Date.UTC(2027, 2, 14, 11);

dialingStoreContract("the SQLite store", async () => {
  const { store, file } = await temporaryStore();
  let named = 0;
  const flowId = await store.flows.create(
    {
      name: "Welcome",
      content: { kind: "script", steps: [{ kind: "say", text: "Hello", language: "en-US" }] },
    },
    NOW,
  );
  return {
    store: store.dialing,
    suppress: async (n, until) => {
      const connection = await DatabaseFile.open(file, "create");
      await connection.write(
        `insert into do_not_call (phone, added_at, expires_at, source, note)
        values (?, ?, ?, 'supervisor', '')`,
        [phoneOf(n), NOW, until],
      );
      await connection.close();
    },
    campaign: async (numbers) => {
      const name = `Audience ${(named += 1)}`;
      const writer = await openContactWriter(store.file, { kind: "new", name }, [], NOW);
      await writer.insert(
        numbers.map((n, index) => ({
          line: index + 2,
          name: `Contact ${n}`,
          phone: phoneNumber.parse(phoneOf(n)),
          variables: {},
        })),
      );
      const audienceId = await writer.commit();
      const draft = { name, flowId, audienceId, scheduledStart: null, callerId: null };
      const id = await store.campaigns.create({ ...draft, dialing: DEFAULT_DIALING }, NOW);
      await store.dialing.changeCampaign(id, {
        status: "IN_PROGRESS",
        pauseReason: null,
        at: NOW,
        activity: { kind: "started", message: "Started." },
      });
      return id;
    },
  };
});
