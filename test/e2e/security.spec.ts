import { expect, test } from "@playwright/test";
import { launchPaceline, type RunningPaceline } from "../support/electron";

let paceline: RunningPaceline;

test.beforeAll(async () => {
  paceline = await launchPaceline();
});

test.afterAll(() => paceline.close());

test("gives the page nothing of Node or Electron, and three functions of its own", async () => {
  const reach = await paceline.page.evaluate(() => ({
    node: ["require", "process", "module", "Buffer", "global"].filter((name) => name in window),
    bridge: Object.entries((window as unknown as { paceline: object }).paceline).map(
      ([name, value]) => `${name}: ${typeof value}`,
    ),
  }));
  expect(reach).toEqual({
    node: [],
    bridge: ["request: function", "on: function", "pathOf: function"],
  });
  const preferences = await paceline.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(preferences.webviewTag ?? false).toBe(false);
});

test("runs no script and no style but its own", async () => {
  const { page } = paceline;
  const policy = await page.evaluate(async () => {
    const response = await fetch("paceline://app/index.html");
    return response.headers.get("content-security-policy") ?? "";
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    return "injected" in window;
  });
  expect(ran).toBe(false);
});

test("neither leaves its page, nor opens another, nor is given a permission", async () => {
  const { page, app } = paceline;
  await page.evaluate(() => {
    window.location.href = "https://example.com/";
  });
  await page.evaluate(() => window.open("https://example.com/", "_blank"));
  const permission = await page.evaluate(
    async () => (await navigator.permissions.query({ name: "geolocation" })).state,
  );
  expect(permission).toBe("denied");
  expect(page.url()).toMatch(/^paceline:\/\/app\//);
  expect(app.windows()).toHaveLength(1);
});

test("serves its pages and recordings, and nothing else of this computer", async () => {
  const statuses = await paceline.page.evaluate(async () => {
    const addresses = [
      "paceline://app/../../package.json",
      "paceline://app/..%2f..%2fpackage.json",
      "paceline://app/%2e%2e/%2e%2e/etc/passwd",
      "paceline://app/recordings/..%2f..%2fpaceline.db",
      "paceline://app/recordings/1.wav",
      "paceline://app/recordings/1.peaks",
    ];
    const answers = addresses.map(async (address) => (await fetch(address)).status);
    return Promise.all(answers);
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
});

test("answers no page that is not its own", async () => {
  const answered = await paceline.app.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
    });
    try {
      await stranger.loadURL("data:text/html,<title>stranger</title>");
      return (await stranger.webContents.executeJavaScript(
        "window.paceline.request('app.info', null)",
      )) as unknown;
    } finally {
      stranger.destroy();
    }
  });
  expect(answered).toMatchObject({ ok: false, error: { kind: "refused" } });
});
