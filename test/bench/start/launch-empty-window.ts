import path from "node:path";
import { _electron, type ElectronApplication } from "@playwright/test";
import { electronExecutable, sandboxArguments } from "../../support/electron";

/** An Electron window with one heading, shown. */
export async function launchEmptyWindow(): Promise<ElectronApplication> {
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...sandboxArguments(), path.resolve("test/bench/start/empty-window")],
  });
  const page = await app.firstWindow();
  await page.getByRole("heading", { name: "Empty" }).waitFor();
  return app;
}
