import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { AppFailure } from "../../../src/shared/app-error";
import { NO_FILTERS } from "../../../src/shared/contact";
import { requests, type RequestName } from "../../../src/shared/ipc/contract";
import { answer, type Handlers } from "../../../src/main/ipc/answer";

const names = Object.keys(requests) as RequestName[];

/** Handlers that only note that they were reached. */
function spies() {
  const reached = vi.fn<(name: string, input: unknown) => unknown>(() => null);
  const handlers = Object.fromEntries(
    names.map((name) => [name, (input: unknown) => Promise.resolve(reached(name, input))]),
  ) as unknown as Handlers;
  return { handlers, reached };
}

describe("the IPC border", () => {
  it.each(names)(
    "%s answers malformed input with an error and reaches no handler",
    async (name) => {
      const { handlers, reached } = spies();
      await fc.assert(
        fc.asyncProperty(fc.anything(), async (input) => {
          fc.pre(!requests[name].input.safeParse(input).success);
          const result = await answer(handlers, name, input, vi.fn());
          expect(result).toMatchObject({ ok: false, error: { kind: "invalid-input" } });
          expect(reached).not.toHaveBeenCalled();
        }),
        { numRuns: 50 },
      );
    },
  );

  it("answers a request that the contract does not name with an error", async () => {
    const { handlers } = spies();
    for (const name of ["campaigns.drop", "__proto__", "constructor", "", null, 7, {}]) {
      expect(await answer(handlers, name, null, vi.fn())).toMatchObject({
        ok: false,
        error: { kind: "invalid-input" },
      });
    }
  });

  it("names the field that has to be mended", async () => {
    const { handlers } = spies();
    const result = await answer(handlers, "settings.update", { quotaMinutes: -1 }, vi.fn());
    expect(result).toEqual({
      ok: false,
      error: {
        kind: "invalid-input",
        field: "quotaMinutes",
        message: "The quota must be at least 0.",
      },
    });
  });

  it("hands on what a handler says went wrong", async () => {
    const { handlers, reached } = spies();
    reached.mockImplementation(() => {
      throw new AppFailure({ kind: "refused", message: "It runs.", advice: "Pause it." });
    });
    expect(await answer(handlers, "campaigns.delete", { id: 1 }, vi.fn())).toEqual({
      ok: false,
      error: { kind: "refused", message: "It runs.", advice: "Pause it." },
    });
  });

  it("keeps the words of an unexpected fault from the screen, and reports it", async () => {
    const { handlers, reached } = spies();
    const fault = new Error("SQLITE_CORRUPT while reading +14155550123");
    reached.mockImplementation(() => {
      throw fault;
    });
    const report = vi.fn();
    const result = await answer(handlers, "campaigns.list", null, report);
    expect(JSON.stringify(result)).not.toContain("SQLITE");
    expect(result).toMatchObject({ ok: false, error: { kind: "internal" } });
    expect(report).toHaveBeenCalledWith("campaigns.list", fault);
  });

  it("lets nothing out that the contract does not name", async () => {
    const { handlers, reached } = spies();
    reached.mockReturnValue({ total: 0, authToken: "secret" });
    const view = { search: "", filters: NO_FILTERS, sort: "name", descending: false };
    const result = await answer(handlers, "audiences.countContacts", { id: 1, ...view }, vi.fn());
    expect(result).toEqual({ ok: true, value: { total: 0 } });
  });

  it("takes an answer that does not keep the contract for a fault of our own", async () => {
    const { handlers, reached } = spies();
    reached.mockReturnValue([{ id: "not a campaign" }]);
    const report = vi.fn();
    const result = await answer(handlers, "campaigns.list", null, report);
    expect(result).toMatchObject({ ok: false, error: { kind: "internal" } });
    expect(report).toHaveBeenCalledOnce();
  });
});
