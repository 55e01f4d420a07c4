import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { isValidPhoneNumber } from "libphonenumber-js/max";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import { ask } from "../../support/ask";

/** Imports so many contacts, and starts a campaign that calls them at that pace. */
export async function startCampaign(
  page: Page,
  folder: string,
  options: { readonly contacts: number; readonly pace: number },
): Promise<void> {
  const file = path.join(folder, "contacts.csv");
  await writeFile(file, contactsCsv(options.contacts));
  const preview = await ask(page, "audiences.previewFile", { path: file, format: {} });
  const imported = await ask(page, "audiences.import", {
    importId: "pace",
    path: file,
    format: preview.format,
    mapping: { name: [0], phone: 1, defaultCountry: "US" },
    target: { kind: "new", name: "Pace" },
  });
  if (imported.audienceId === null) throw new Error("The contacts were not imported.");
  const flow = await ask(page, "flows.create", {
    name: "Pace",
    content: {
      kind: "script",
      steps: [{ kind: "say", text: "Hello.", language: "en-US" }, { kind: "hang_up" }],
    },
  });
  await ask(page, "settings.update", { quotaMinutes: 1_000_000, accountCallsPerSecond: 100 });
  const campaign = await ask(page, "campaigns.create", {
    name: "Pace",
    flowId: flow.id,
    audienceId: imported.audienceId,
    scheduledStart: null,
    callerId: null,
    dialing: {
      ...DEFAULT_DIALING,
      callsPerMinute: options.pace,
      maxConcurrentCalls: 1_000,
      maxRetries: 0,
    },
  });
  await ask(page, "campaigns.start", { id: campaign.id });
}

function contactsCsv(count: number): string {
  const rows = fictionalNumbers(count).map((number, index) => `Contact ${index},${number}`);
  return ["Name,Phone", ...rows].join("\n");
}

/** Of the range that North America keeps for fiction: 555-0100 to 0199 in each area. */
function fictionalNumbers(count: number): string[] {
  const areas = Array.from({ length: 800 }, (_, index) => 200 + index);
  return areas
    .flatMap((area) =>
      Array.from({ length: 100 }, (_, line) => `+1${area}55501${String(line).padStart(2, "0")}`),
    )
    .filter((number) => isValidPhoneNumber(number))
    .slice(0, count);
}
