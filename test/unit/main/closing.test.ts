import { expect, test, vi } from "vitest";
import { closeInOrder } from "../../../src/main/closing";

function noted() {
  const lines: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (message: string) => lines.push(message) };
  return { lines, log };
}

const never = () => new Promise<void>(() => {});

test("closes one after the other, in their order", async () => {
  const closed: string[] = [];
  const step = (what: string) => ({
    what,
    close: async () => {
      closed.push(`${what} begins`);
      await Promise.resolve();
      closed.push(`${what} ends`);
    },
  });

  await closeInOrder([step("the dialer"), step("the store")], 1_000, noted().log);

  expect(closed).toEqual([
    "the dialer begins",
    "the dialer ends",
    "the store begins",
    "the store ends",
  ]);
});

test("closes the others when one fails, and says which", async () => {
  const { lines, log } = noted();
  const store = { what: "the store", close: vi.fn(() => Promise.resolve()) };
  const dialer = { what: "the dialer", close: () => Promise.reject(new Error("no")) };

  await closeInOrder([dialer, store], 1_000, log);

  expect(store.close).toHaveBeenCalledOnce();
  expect(lines).toEqual(["Closing the dialer failed."]);
});

test("gives up at the limit, says what was not closed, and closes nothing behind that", async () => {
  vi.useFakeTimers();
  try {
    const { lines, log } = noted();
    const line = { what: "the line", close: vi.fn(never) };
    const store = { what: "the store", close: vi.fn(never) };

    const closed = closeInOrder([line, store], 10_000, log);
    await vi.advanceTimersByTimeAsync(10_000);
    await closed;

    expect(lines).toEqual(["Paceline ended without having closed: the line, the store."]);
    expect(store.close).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
