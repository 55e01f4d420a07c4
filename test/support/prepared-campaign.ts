import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { CampaignDraft, Campaign, DialingSettings } from "../../src/shared/campaign";
import { DEFAULT_DIALING } from "../../src/shared/campaign";
import type { MachineMessage } from "../../src/shared/flow";

import { ask } from "./ask";
import type { RunningPaceline } from "./electron";

export interface CampaignToPrepare {
  readonly name: string;
  readonly csv: string;
  readonly dialing?: Partial<DialingSettings>;
  readonly machineMessage?: MachineMessage;
  readonly scheduledStart?: CampaignDraft["scheduledStart"];
}

/** A draft with its flow and audience, made as the pages ask for it: without a click, so at once. */
export async function prepareCampaign(
  { page, dataDir }: RunningPaceline,
  { name, csv, dialing, machineMessage, scheduledStart = null }: CampaignToPrepare,
): Promise<Campaign> {
  const file = path.join(dataDir, `${name}.csv`);
  await writeFile(file, csv);
  const { format, guess } = await ask(page, "audiences.previewFile", { path: file, format: {} });
  const { audienceId } = await ask(page, "audiences.import", {
    importId: name,
    path: file,
    format,
    mapping: { ...guess, phone: guess.phone! },
    target: { kind: "new", name },
  });
  const flow = await ask(page, "flows.create", {
    name,
    content: { kind: "script", steps: [{ kind: "say", text: "Hello {{name}}." }], machineMessage },
  });
  return ask(page, "campaigns.create", {
    name,
    flowId: flow.id,
    audienceId: audienceId!,
    scheduledStart,
    dialing: { ...DEFAULT_DIALING, ...dialing },
    callerId: null,
  });
}

/** The only campaign there is, as it stands now. */
export async function onlyCampaign({ page }: RunningPaceline): Promise<Campaign> {
  const [campaign, ...others] = await ask(page, "campaigns.list", null);
  expect(others).toEqual([]);
  return campaign!;
}

/** So many contacts of the only campaign are done, and calls go on. */
export async function inTheMiddle(paceline: RunningPaceline, done: number): Promise<void> {
  const running = async () => {
    const { status, live } = await onlyCampaign(paceline);
    const { completed, failed } = live.figures;
    return status === "IN_PROGRESS" && live.activeCalls > 0 && completed + failed >= done;
  };
  await expect.poll(running, { timeout: 20_000, intervals: [20] }).toBe(true);
}

export async function startOnlyCampaign(paceline: RunningPaceline): Promise<void> {
  const { id } = await onlyCampaign(paceline);
  await ask(paceline.page, "campaigns.start", { id });
}
