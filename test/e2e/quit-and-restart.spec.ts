import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask } from "../support/ask";
import { contactsCsv } from "../support/contacts-csv";
import { launchPaceline, secondCopy, type RunningPaceline } from "../support/electron";
import { practiceCalls } from "../support/practice-journal";
import {
  inTheMiddle,
  onlyCampaign,
  prepareCampaign,
  startOnlyCampaign,
} from "../support/prepared-campaign";

const env = { PACELINE_PRACTICE_SPEED: "30" };
let dataDir: string;
let paceline: RunningPaceline;

test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
  paceline = await launchPaceline({ dataDir, env });
});

test.afterEach(async () => {
  await paceline.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("goes on by itself after a logout and after a confirmed quit, and calls nobody twice", async () => {
  await startCampaign();
  await inTheMiddle(paceline, 3);

  await test.step("a logout asks nothing", async () => {
    await ended(() => paceline.app.process().kill("SIGTERM"));
    paceline = await launchPaceline({ dataDir, env });
    await inTheMiddle(paceline, 6);
  });

  await test.step("Keep dialing keeps the window and the calls", async () => {
    await answerQuestions("Keep dialing");
    await quit();
    await expect.poll(questions).toEqual(["A campaign is dialing."]);
    await inTheMiddle(paceline, 9);
  });

  await test.step("Quit quits", async () => {
    await answerQuestions("Quit");
    await ended(quit);
    paceline = await launchPaceline({ dataDir, env });
  });

  await expectAllCalledOnce();
});

test("goes on by itself after it was killed twice, and calls nobody twice", async () => {
  await startCampaign();
  for (const done of [3, 8]) {
    await inTheMiddle(paceline, done);
    await ended(() => paceline.app.process().kill("SIGKILL"));
    paceline = await launchPaceline({ dataDir, env });
  }
  await expectAllCalledOnce();
});

test("keeps dialing behind a closed window, which a second copy brings back", async () => {
  await startCampaign();
  await inTheMiddle(paceline, 1);

  await answerQuestions("OK");
  await closeWindow();
  await expect.poll(questions).toEqual(["Paceline keeps dialing in the background."]);
  await expect.poll(windowIsVisible).toBe(false);
  await inTheMiddle(paceline, 4);

  const [exitCode] = await once(secondCopy(dataDir), "exit");
  expect(exitCode).toBe(0);
  await expect.poll(windowIsVisible).toBe(true);

  await expect.poll(status, { timeout: 40_000 }).toBe("COMPLETED");
  await ended(closeWindow);
});

/** What Electron fires on each system when the computer shuts down. */
const shutdowns = {
  "macOS and Linux": ({ powerMonitor }: typeof Electron.CrossProcessExports) => {
    let prevented = false;
    powerMonitor.emit("shutdown", { preventDefault: () => (prevented = true) });
    return prevented;
  },
  Windows: ({ BrowserWindow }: typeof Electron.CrossProcessExports) =>
    BrowserWindow.getAllWindows()[0]?.emit("session-end", {}),
};

for (const [system, shutDown] of Object.entries(shutdowns)) {
  test(`closes in order and asks nothing when the computer shuts down, on ${system}`, async () => {
    await startCampaign();
    await inTheMiddle(paceline, 2);
    await answerQuestions("Keep dialing");

    await ended(() => paceline.app.evaluate(shutDown));

    expect(paceline.stderr()).not.toMatch(/without having closed|failed/);
    paceline = await launchPaceline({ dataDir, env });
    await expectAllCalledOnce();
  });
}

/** 24 contacts whose calls come to all ends, at a pace that takes some seconds at 30 times life. */
async function startCampaign(): Promise<void> {
  await prepareCampaign(paceline, {
    name: "Spring renewal",
    csv: contactsCsv({
      conversation: 14,
      no_answer: 2,
      busy: 2,
      declined: 1,
      invalid_number: 2,
      no_answer_then_conversation: 3,
    }),
    dialing: { callsPerMinute: 30, maxConcurrentCalls: 4, maxRetries: 1, retryDelayMinutes: 1 },
  });
  await startOnlyCampaign(paceline);
}

const status = async () => (await onlyCampaign(paceline)).status;

/** What the practice line has of calls, and what the application tells of them, add up. */
async function expectAllCalledOnce(): Promise<void> {
  await expect.poll(status, { timeout: 40_000 }).toBe("COMPLETED");
  const { id, live } = await onlyCampaign(paceline);
  expect(live.figures).toMatchObject({
    total: 24,
    pending: 0,
    waitingForRetry: 0,
    inProgress: 0,
    unresolved: 0,
    completed: 18,
    failed: 6,
  });

  const calls = await practiceCalls(dataDir);
  const dials = [...calls].map(([number, { length }]) => [number, length] as const);
  // No answer and busy are dialed again, once; all others are not.
  const retried = /^\+1500555[459]/;
  expect(dials).toEqual(dials.map(([number]) => [number, retried.test(number) ? 2 : 1]));
  expect(dials).toHaveLength(24);

  const { rows } = await ask(paceline.page, "calls.page", {
    campaignId: id,
    search: "",
    status: null,
    outcome: null,
    sort: "contact",
    descending: false,
    offset: 0,
    limit: 100,
  });
  const told = rows.map(({ phone, attempts }) => [phone, attempts]);
  expect(told.sort()).toEqual(dials.map(([number, count]) => [number, count]).sort());
}

/** Resolves when the application has ended by what `end` does. */
async function ended(end: () => unknown): Promise<void> {
  const exit = once(paceline.app.process(), "exit");
  await Promise.all([exit, end()]);
}

/** As the menu and the tray do. The answer may come too late for an application that has ended. */
const quit = () => paceline.app.evaluate(({ app }) => app.quit()).catch(() => undefined);

const closeWindow = () =>
  paceline.app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    .catch(() => undefined);

const windowIsVisible = () =>
  paceline.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

/** The system's message boxes, which no test can click, are answered with that button. */
async function answerQuestions(button: string): Promise<void> {
  await paceline.app.evaluate(({ dialog }, wanted) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const answer = (...given: unknown[]) => {
      const options = given.at(-1) as Electron.MessageBoxOptions;
      asked.push(options.message);
      const response = options.buttons?.indexOf(wanted) ?? -1;
      return Promise.resolve({ response, checkboxChecked: false });
    };
    dialog.showMessageBox = answer;
  }, button);
}

const questions = () =>
  paceline.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
