import { writeFile } from "node:fs/promises";
import path from "node:path";
import { DEFAULT_DIALING, type DialingSettings } from "../../src/shared/campaign";
import type { RequestInput, RequestName, RequestOutput } from "../../src/shared/ipc/contract";
import { phoneNumber } from "../../src/shared/phone-number";
import type { Application } from "./application/application";

const CALLER_ID = phoneNumber.parse("+12025550100");

/** Short calls and soon retries, so that much happens in little time. */
const DIALING: DialingSettings = {
  ...DEFAULT_DIALING,
  callsPerMinute: 40,
  maxConcurrentCalls: 8,
  maxRetries: 2,
  retryDelayMinutes: 1,
  callTimeoutMinutes: 1,
  ringTimeoutSeconds: 10,
};

/** Two campaigns that share half of their numbers, ready to be started. */
export async function prepareCampaigns(
  application: Application,
  folder: string,
  contacts: number,
): Promise<void> {
  const ask = async <N extends RequestName>(name: N, input: RequestInput<N>) =>
    granted(name, await application.ask(name, input));
  await ask("settings.update", { quotaMinutes: 1_000_000 });
  const flow = await ask("flows.create", {
    name: "Soak",
    content: { kind: "script", steps: [{ kind: "say", text: "Hello {{name}}." }] },
  });
  for (const [index, name] of ["First", "Second"].entries()) {
    const file = path.join(folder, `${name}.csv`);
    await writeFile(file, contactsCsv(Math.floor((index * contacts) / 2), contacts));
    const { format, guess } = await ask("audiences.previewFile", { path: file, format: {} });
    const { audienceId } = await ask("audiences.import", {
      importId: name,
      path: file,
      format,
      mapping: { ...guess, phone: guess.phone! },
      target: { kind: "new", name },
    });
    await ask("campaigns.create", {
      name,
      flowId: flow.id,
      audienceId: audienceId!,
      scheduledStart: null,
      callerId: CALLER_ID,
      dialing: DIALING,
    });
  }
}

/** Numbers that nobody has and that come to whatever the practice line draws: +1 500 555 0100 to 0999. */
function contactsCsv(first: number, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `Contact ${index},+15005550${100 + first + index}`,
  );
  return ["Name,Phone", ...rows].join("\n");
}

function granted<N extends RequestName>(
  name: N,
  result: { ok: true; value: RequestOutput<N> } | { ok: false; error: unknown },
): RequestOutput<N> {
  if (result.ok) return result.value;
  throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
}
