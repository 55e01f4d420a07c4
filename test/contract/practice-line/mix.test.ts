import { describe, expect, it } from "vitest";
import { CALLER, ONLY_CONVERSATIONS, openLine, TWIML } from "./support/open-line";

const none = { ...ONLY_CONVERSATIONS, conversation: 0 };
const call = (to: string) => ({ to, from: CALLER, twiml: TWIML });

describe("the mix of outcomes", () => {
  it("decides what comes of calls to ordinary numbers, from when it is set", async () => {
    const { client, clock, server } = await openLine({ mix: { ...none, busy: 1 } });
    const first = await client.calls.create(call("+12025550101"));
    server.setMix({ ...none, no_answer: 1 });
    const second = await client.calls.create(call("+12025550101"));
    clock.pass(120);
    expect((await client.calls(first.sid).fetch()).status).toBe("busy");
    expect((await client.calls(second.sid).fetch()).status).toBe("no-answer");
  });

  it("lets about half of the invalid numbers be refused at once, and the others fail", async () => {
    const { client, clock } = await openLine({ mix: { ...none, invalid_number: 1 } });
    const codes = [];
    for (let line = 100; line < 140; line += 1) {
      const created = client.calls.create(call(`+1202555${line}0`));
      const refusal: unknown = await created.then(() => null).catch((error: unknown) => error);
      codes.push((refusal as { code: number } | null)?.code ?? null);
    }
    clock.pass(60);
    const failed = await client.calls.list({ status: "failed" });
    expect(new Set(codes)).toEqual(new Set([null, 21217]));
    expect(failed).toHaveLength(codes.filter((code) => code === null).length);
    expect(failed.length).toBeGreaterThan(5);
    expect(failed.length).toBeLessThan(35);
  });
});
