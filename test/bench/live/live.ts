import { rm } from "node:fs/promises";
import type { CallQuery } from "../../../src/shared/call";
import type { CampaignId } from "../../../src/shared/ids";
import { ask } from "../../support/ask";
import { launchPaceline } from "../../support/electron";
import { beside, type Bench, type Finding } from "../bench";
import { median } from "../median";
import { preparedDataFolder } from "../prepared-store/prepared-store";
import { timedAsks } from "./timed-asks";

const MANY = 1_000_000;
const FEW = 1_000;

/** As many rows as the table asks for at once. */
const PAGE = 100;
const OFFSETS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
const SORTS = ["time", "contact", "status", "duration", "attempts"] as const;
const FILTERS = [null, "COMPLETED", "FAILED", "PENDING"] as const;
const LIVE_ASKS = 50;

export const liveBench: Bench = {
  name: "live-1m",
  method:
    `the live figures of a campaign, and pages of its calls and of all calls, by every order, both ` +
    `ways, with and without a status, at ${OFFSETS.length} offsets: from the page's question to its ` +
    `answer, each question once, with ${MANY} contacts and three attempts each, and with ${FEW}.`,
  run: async () => {
    const few = await measured(FEW);
    const many = await measured(MANY);
    return [
      finding("live figures, median", median(many.figures), median(few.figures)),
      finding("a page of calls, median", median(many.pages), median(few.pages)),
      finding("a page of calls, slowest", Math.max(...many.pages), Math.max(...few.pages)),
    ];
  },
};

function finding(what: string, many: number, few: number): Finding {
  const met = many <= 2 * few && many <= 50;
  const measured = { name: "live-1m", what, ours: many, unit: "ms", goal: "≤ 2 ×, ≤ 50 ms", met };
  return beside(measured, `${FEW} contacts`, few);
}

async function measured(contacts: number) {
  const dataDir = await preparedDataFolder(contacts);
  const { page, close } = await launchPaceline({ dataDir });
  try {
    const [campaign] = await ask(page, "campaigns.list", null);
    const pages = await timedAsks(page, "calls.page", queries(campaign!.id, contacts));
    const figures = await timedAsks(
      page,
      "campaigns.get",
      Array.from({ length: LIVE_ASKS }, () => ({ id: campaign!.id })),
    );
    return { pages, figures };
  } finally {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Offsets are parts of what the filter leaves; one past the end would be no page. */
function queries(id: CampaignId, contacts: number): CallQuery[] {
  const rows = { COMPLETED: 14 / 20, FAILED: 5 / 20, PENDING: 1 / 20 };
  return [id, null].flatMap((campaignId) =>
    FILTERS.flatMap((status) =>
      SORTS.flatMap((sort) =>
        [true, false].flatMap((descending) =>
          OFFSETS.map((part) => {
            const last = Math.max(0, contacts * (status === null ? 1 : rows[status]) - PAGE);
            const offset = Math.floor(last * part);
            const limit = PAGE;
            return {
              campaignId,
              status,
              sort,
              descending,
              offset,
              limit,
              search: "",
              outcome: null,
            };
          }),
        ),
      ),
    ),
  );
}
