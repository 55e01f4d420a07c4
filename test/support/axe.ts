import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { ask } from "./ask";

/** Rules that colours decide on; all others come to the same in dark as in light. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Fails with what axe finds wrong in the window as it stands, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await ask(page, "settings.update", { colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await motionOver(page);
    // Legacy: the newer mode opens a page of its own, which Electron refuses.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (colorScheme === "dark") axe.withRules(OF_COLOUR);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
    );
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** A colour half-way between two is neither's fault; what turns for ever is let be. */
async function motionOver(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}
