import path from "node:path";
import { expect, test } from "@playwright/test";
import { launchPaceline, type RunningPaceline } from "../support/electron";

let paceline: RunningPaceline;

test.beforeAll(async () => {
  paceline = await launchPaceline();
  await paceline.page.getByRole("navigation").waitFor();
});

test.afterAll(() => paceline.close());

test("gives its pages three functions, and nothing of Node", async () => {
  const reach = await paceline.page.evaluate(() => {
    const page = globalThis as unknown as Record<string, object>;
    const ofNode = ["require", "process", "module", "Buffer", "global", "electron", "ipcRenderer"];
    return {
      ofNode: ofNode.filter((name) => page[name] !== undefined),
      bridge: Object.keys(page.paceline!).sort(),
      replaceable: !Object.isFrozen(page.paceline),
    };
  });
  expect(reach).toEqual({
    ofNode: [],
    bridge: ["on", "pathOf", "request"],
    replaceable: false,
  });
});

test("serves pages under a policy that lets in nothing from elsewhere", async () => {
  const policy = await paceline.page.evaluate(async () => {
    const page = await fetch("/index.html");
    return page.headers.get("content-security-policy");
  });
  expect(policy?.split("; ").map((rule) => rule.replace(/nonce-[^']+/, "nonce"))).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test("refuses scripts in the page, eval, frames, and whatever lies on other servers", async () => {
  const refused = await paceline.page.evaluate(async () => {
    const seen = new Set<string>();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      seen.add(`${effectiveDirective} ${blockedURI}`),
    );
    const add = <T extends keyof HTMLElementTagNameMap>(
      tag: T,
      change: (element: HTMLElementTagNameMap[T]) => void,
    ) => {
      const element = document.createElement(tag);
      change(element);
      document.body.append(element);
      element.remove();
    };
    add("script", (script) => (script.textContent = "window.intruded = true"));
    add("script", (script) => (script.src = "https://example.com/x.js"));
    add("img", (image) => (image.src = "https://example.com/x.png"));
    add("iframe", (frame) => (frame.src = "https://example.com/"));
    await fetch("https://example.com/").catch(() => undefined);
    // From a timer: the driver's own evaluation stands outside of the policy.
    await new Promise<void>((done) => {
      setTimeout(() => {
        try {
          (0, eval)("window.intruded = true");
        } catch {
          // As it should be.
        }
        setTimeout(done, 50);
      });
    });
    return { seen: [...seen].sort(), intruded: "intruded" in window };
  });
  expect(refused).toEqual({
    seen: [
      "connect-src https://example.com/",
      "frame-src https://example.com",
      "img-src https://example.com/x.png",
      "script-src eval",
      "script-src-elem https://example.com/x.js",
      "script-src-elem inline",
    ],
    intruded: false,
  });
});

test("neither navigates away nor opens windows; Twilio's pages go to the browser", async () => {
  const { app, page } = paceline;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const windows = await page.evaluate(() => {
    location.href = "https://example.com/";
    return ["https://example.com/", "file:///etc/hostname", "https://www.twilio.com/console"].map(
      (address) => window.open(address),
    );
  });
  expect(windows).toEqual([null, null, null]);
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(["https://www.twilio.com/console"]);
  expect(app.windows()).toHaveLength(1);
  const stillThere = await page.evaluate(() => ({
    origin: location.origin,
    hasSidebar: document.querySelector("nav") !== null,
  }));
  expect(stillThere).toEqual({ origin: "paceline://app", hasSidebar: true });
});

test("grants no permission", async () => {
  const answers = await paceline.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    microphone: (await navigator.permissions.query({ name: "microphone" })).state,
    location: await new Promise((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done("granted"),
        ({ code, PERMISSION_DENIED }) => done(code === PERMISSION_DENIED ? "denied" : code),
      );
    }),
  }));
  expect(answers).toEqual({
    notifications: "denied",
    microphone: "denied",
    location: "denied",
  });
});

for (const address of [
  "/../../package.json",
  "/..%2f..%2fpackage.json",
  "/%E0%A4%A",
  "/recordings/",
  "/recordings/1",
  "/recordings/1.wav",
  "/recordings/..%2fpaceline.db",
  "/recordings/..%2f..%2fpractice%2fpaceline.db",
  `/recordings/${"9".repeat(40)}.wav`,
]) {
  test(`answers ${address} as not found`, async () => {
    const status = await paceline.page.evaluate(
      async (wanted) => (await fetch(wanted)).status,
      address,
    );
    expect(status).toBe(404);
  });
}

test("answers only the top frame of its own pages", async () => {
  const preload = path.resolve(import.meta.dirname, "../../out/preload/index.cjs");
  for (const url of ["about:blank", "data:text/html,<p>Not ours</p>"]) {
    const answer = await paceline.app.evaluate(
      async ({ BrowserWindow }, stranger) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: stranger.preload, sandbox: true },
        });
        try {
          await window.loadURL(stranger.url);
          return (await window.webContents.executeJavaScript(
            "window.paceline.request('campaigns.list', null)",
          )) as unknown;
        } finally {
          window.destroy();
        }
      },
      { preload, url },
    );
    expect(answer).toEqual({
      ok: false,
      error: { kind: "refused", message: "This page may not ask." },
    });
  }
});
