import { expect, test } from "@playwright/test";
import type { CallRow } from "../../src/shared/call";
import { REQUEST_CHANNEL } from "../../src/shared/ipc/bridge";
import { launchPaceline, type RunningPaceline } from "../support/electron";
import { Supervisor } from "../support/supervisor";

const CALLS = 3_000_000;

/** Three times what Chromium can lay out as one element. */
test("scrolls through three million calls to the last, by key and by the scroll bar", async () => {
  const paceline = await launchPaceline();
  try {
    await answerWithManyCalls(paceline);
    await new Supervisor(paceline).open("Calls");
    const grid = paceline.page.getByRole("grid", { name: "Calls" });
    await expect(grid).toHaveAttribute("aria-rowcount", String(CALLS + 1));
    const seen = (place: number) =>
      expect(grid.getByText(`Contact ${place}`, { exact: true })).toBeInViewport({ ratio: 1 });
    await seen(1);

    await grid.focus();
    await grid.press("End");
    await seen(CALLS);
    await grid.press("ArrowUp");
    await grid.press("Home");
    await seen(1);

    await grid.evaluate((element) => (element.scrollTop = element.scrollHeight));
    await seen(CALLS);
    await grid.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    const inTheMiddle = grid.getByText(/^Contact 1(499|500)\d{3}$/);
    await expect(inTheMiddle.nth(10)).toBeInViewport();
  } finally {
    await paceline.close();
  }
});

/** The store is not asked for calls: an answer to that one request is made up. */
async function answerWithManyCalls({ app }: RunningPaceline): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, { channel, total }) => {
      type Answer = (
        event: unknown,
        name: string,
        input: { offset: number; limit: number },
      ) => unknown;
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, Answer>;
      };
      const answer = handlers.get(channel)!;
      const row = (place: number) => ({
        campaignId: 1,
        campaignName: "Spring",
        contactId: place,
        name: `Contact ${place}`,
        phone: "+14155550123",
        status: "COMPLETED",
        attemptState: null,
        outcome: "talked",
        durationSeconds: 60,
        attempts: 1,
        lastAttemptAt: 0,
        nextAttemptAt: null,
        transcript: null,
        recording: "none",
        recordedAttemptId: null,
      });
      handlers.set(channel, (event, name, input) => {
        if (name !== "calls.page") return answer(event, name, input);
        const length = Math.max(0, Math.min(input.limit, total - input.offset));
        const rows = Array.from({ length }, (_, index) => row(input.offset + index + 1));
        return { ok: true, value: { total, rows: rows as unknown as CallRow[] } };
      });
    },
    { channel: REQUEST_CHANNEL, total: CALLS },
  );
}
