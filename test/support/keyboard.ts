import { expect, type Locator, type Page } from "@playwright/test";

/** More than any page has stops before what is looked for. */
const MOST_STOPS = 60;

/** Goes on with Tab until the focus is on `target`, or on one of them; the mouse is not touched. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    const isFocused = await target.evaluateAll((elements) =>
      elements.some((element) => element === document.activeElement),
    );
    if (isFocused) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target.toString()} is not reached by ${MOST_STOPS} presses of Tab.`);
}
