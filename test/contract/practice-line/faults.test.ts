import { describe, expect, it } from "vitest";
import { faulty, type LineFault } from "./support/faults";
import { CALLER, openLine, TWIML } from "./support/open-line";

const order = { to: "+15005551001", from: CALLER, twiml: TWIML };

/** A line whose creations of calls meet `fault`, and nothing else does. */
function lineWith(fault: LineFault) {
  return openLine({ wrap: faulty((_url, method) => (method === "POST" ? fault : null)) });
}

describe("faults before the practice line", () => {
  it("loses an answer after the call was placed", async () => {
    const { client } = await lineWith({ kind: "drop-answer" });
    await expect(client.calls.create(order)).rejects.toThrow();
    expect(await client.calls.list({ to: order.to })).toMatchObject([{ status: "queued" }]);
  });

  it("answers 429, 500 and HTML without placing anything", async () => {
    for (const [status, type, body] of [
      [429, "application/json", '{"code":20429,"message":"Too Many Requests","status":429}'],
      [500, "application/json", '{"code":20500,"message":"Internal Server Error","status":500}'],
      [502, "text/html", "<html>Bad Gateway</html>"],
    ] as const) {
      const { client } = await lineWith({ kind: "answer", status, type, body });
      await expect(client.calls.create(order)).rejects.toMatchObject({ status });
      expect(await client.calls.list()).toEqual([]);
    }
  });

  it("answers late, when the call is known to the list already", async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    const { client } = await lineWith({ kind: "delay", until });
    const creation = client.calls.create(order);
    await expect.poll(async () => (await client.calls.list()).length).toBe(1);
    release();
    expect((await creation).status).toBe("queued");
  });
});
