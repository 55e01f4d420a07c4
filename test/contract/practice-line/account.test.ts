import { describe, expect, it } from "vitest";
import { ACCOUNT_SID, CALLER, openLine, TWIML } from "./support/open-line";

describe("the practice account", () => {
  it("is active and has money", async () => {
    const { client } = await openLine();
    expect(await client.api.accounts(ACCOUNT_SID).fetch()).toMatchObject({ status: "active" });
    const { balance, currency } = await client.balance.fetch();
    expect(Number(balance)).toBeGreaterThan(0);
    expect(currency).toBe("USD");
  });

  it("may call from each of its numbers", async () => {
    const { client } = await openLine();
    const purchased = await client.incomingPhoneNumbers.list();
    const verified = await client.outgoingCallerIds.list();
    expect(purchased.length).toBeGreaterThan(0);
    expect(verified.length).toBeGreaterThan(0);
    for (const { phoneNumber } of [...purchased, ...verified]) {
      const order = { to: "+15005551001", from: phoneNumber, twiml: TWIML };
      expect((await client.calls.create(order)).from).toBe(phoneNumber);
    }
  });

  it("counts its calls and their billed minutes by day", async () => {
    const { client, clock } = await openLine();
    for (const to of ["+15005551001", "+15005551002", "+15005554001"]) {
      await client.calls.create({ to, from: CALLER, twiml: TWIML });
    }
    clock.pass(120);
    const usage = async (day: string) =>
      client.usage.records.list({
        category: "calls",
        startDate: new Date(day),
        endDate: new Date(day),
      });
    expect(await usage("2026-05-06")).toMatchObject([{ count: "2", usage: "2", price: "0.02800" }]);
    expect(await usage("2026-05-07")).toMatchObject([{ count: "0", usage: "0" }]);
    expect(await client.usage.records.list({ category: "sms" })).toEqual([]);
  });
});
