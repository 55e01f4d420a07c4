import { expect, test } from "@playwright/test";
import { launchPaceline } from "../support/electron";

test("opens its window with the sidebar of the product", async () => {
  const paceline = await launchPaceline();
  try {
    const sidebar = paceline.page.getByRole("navigation");
    for (const name of [
      "Campaigns",
      "Audiences",
      "Flows",
      "Calls",
      "Billing & Usage",
      "Settings",
    ]) {
      await expect(sidebar.getByText(name, { exact: true })).toBeVisible();
    }
  } finally {
    await paceline.close();
  }
});
