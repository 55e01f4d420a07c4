import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { RunningPaceline } from "./electron";

export interface CampaignFields {
  readonly name: string;
  readonly flow: string;
  readonly audience: string;
  readonly callsPerMinute?: number;
  readonly maxConcurrentCalls?: number;
  readonly maxRetries?: number;
  readonly retryDelayMinutes?: number;
  /** As the field takes it: "2027-03-14T02:30". */
  readonly scheduledStart?: string;
  readonly timeZone?: string;
}

/** What a supervisor does in the window, step by step, by the labels that stand there. */
export class Supervisor {
  readonly page: Page;

  constructor(private readonly paceline: RunningPaceline) {
    this.page = paceline.page;
  }

  async open(page: "Campaigns" | "Audiences" | "Flows" | "Calls" | "Billing & Usage" | "Settings") {
    await this.page.getByRole("navigation").getByRole("link", { name: page }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: page })).toBeVisible();
  }

  /** The system's file dialog, which no test can click, answers with this file. */
  async chooseInDialog(file: string): Promise<void> {
    await this.paceline.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, file);
  }

  /** The system's message box answers with the button at that place. */
  async answerQuestions(button: number): Promise<void> {
    await this.paceline.app.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
    }, button);
  }

  async writeFile(name: string, text: string | Buffer): Promise<string> {
    const file = path.join(this.paceline.dataDir, name);
    await writeFile(file, text);
    return file;
  }

  /** The import dialog, at its first step. */
  async openImport(): Promise<Locator> {
    await this.open("Audiences");
    await this.page.getByRole("button", { name: "Import CSV" }).first().click();
    return this.page.getByRole("dialog");
  }

  /** In the import dialog's first step. */
  async chooseFile(file: string): Promise<void> {
    await this.chooseInDialog(file);
    await this.page.getByRole("button", { name: "Choose a file…" }).click();
  }

  /** As far as the second step, where columns are mapped. */
  async previewFile(name: string, text: string | Buffer): Promise<Locator> {
    const file = await this.writeFile(name, text);
    const dialog = await this.openImport();
    await this.chooseFile(file);
    return dialog;
  }

  /** Imports as a new audience with the file's name. */
  async importAudience(name: string, text: string): Promise<void> {
    const dialog = await this.previewFile(`${name}.csv`, text);
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await dialog.getByRole("button", { name: "Done" }).click();
  }

  /** A script that says one sentence. */
  async createFlow(name: string): Promise<void> {
    await this.open("Flows");
    await this.page.getByRole("button", { name: "+ Create Flow" }).first().click();
    await this.page.getByLabel("Name").fill(name);
    await this.page
      .getByLabel("What is said")
      .first()
      .fill("Hello {{name}}, your plan is {{plan}}.");
    await this.page.getByRole("button", { name: "Create Flow", exact: true }).click();
    await expect(this.page.getByRole("link", { name })).toBeVisible();
  }

  async setQuota(minutes: number): Promise<void> {
    await this.open("Settings");
    const field = this.page.getByLabel("Minutes per month");
    await field.fill(String(minutes));
    await field.press("Enter");
    await expect(this.page.getByText("Saved", { exact: true })).toBeVisible();
  }

  async choose(label: string, option: string): Promise<void> {
    const field = this.page.getByRole("combobox", { name: label });
    await field.fill(option);
    await this.page.getByRole("option", { name: option }).first().click();
  }

  /** Fills Create Campaign in; the flow has to be there. */
  async fillCampaign(fields: CampaignFields): Promise<void> {
    await this.open("Campaigns");
    await this.page.getByText("+ Create Campaign").first().click();
    await this.page.getByLabel("Name").fill(fields.name);
    await this.choose("Flow", fields.flow);
    await this.choose("Audience", fields.audience);
    if (fields.scheduledStart) {
      await this.page.getByLabel("Scheduled Start").fill(fields.scheduledStart);
    }
    if (fields.timeZone) await this.choose("Timezone", fields.timeZone);
    await this.fillNumber("Calls Per Minute", fields.callsPerMinute);
    await this.fillNumber("Max Concurrent Calls", fields.maxConcurrentCalls);
    await this.fillNumber("Max Retries", fields.maxRetries);
    await this.fillNumber("Retry Delay (minutes)", fields.retryDelayMinutes);
  }

  /** Ends on the campaign's page. */
  async createCampaign(fields: CampaignFields): Promise<void> {
    await this.fillCampaign(fields);
    await this.page.getByRole("button", { name: "Create Campaign", exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: fields.name })).toBeVisible();
  }

  /** On the campaign's page: presses Start Campaign, reads the figures, confirms. */
  async startCampaign(): Promise<void> {
    await this.page.getByRole("button", { name: "Start Campaign" }).first().click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Start Campaign" }).click();
    await this.expectStatus("IN_PROGRESS");
  }

  /** The word beside the campaign's name. */
  async expectStatus(status: string, timeout = 10_000): Promise<void> {
    const header = this.page.getByRole("main").locator("header").first();
    await expect(header.getByText(status, { exact: true })).toBeVisible({ timeout });
  }

  /** The figure of a tile on the campaign's page. */
  async tile(label: string): Promise<number> {
    return (await this.tiles())[label] ?? NaN;
  }

  /** All of one moment: calls go on while they are read. */
  tiles(): Promise<Record<string, number>> {
    return this.page
      .locator("dl", { has: this.page.locator("dt", { hasText: "In Progress" }) })
      .evaluate((list) => {
        const labels = ["Total", "Pending", "In Progress", "Completed", "Failed"];
        const figures = [...list.querySelectorAll("dt")].map((term): [string, number] => {
          const value = term.nextElementSibling?.textContent ?? "";
          return [term.textContent ?? "", Number(value.replace(/[^\d.]/g, ""))];
        });
        return Object.fromEntries(figures.filter(([label]) => labels.includes(label)));
      });
  }

  private async fillNumber(label: string, value: number | undefined): Promise<void> {
    if (value !== undefined) await this.page.getByLabel(label).fill(String(value));
  }
}
