import type { ScriptStep } from "../../../../shared/flow";
import { formatPhone } from "../../../ui/phone-number";

/** What a step does, with the number that it calls as people read it. Words that are said stay as they are. */
export function previewLine(line: string, step: ScriptStep | undefined): string {
  return step?.kind === "transfer" ? line.replace(step.to, formatPhone(step.to)) : line;
}
