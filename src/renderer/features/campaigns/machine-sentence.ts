import type { DialingSettings } from "../../../shared/campaign";

/** What becomes of calls that a machine answers; null while machines are not told from people. */
export function machineSentence({
  machineDetection,
  machineReaction,
}: Pick<DialingSettings, "machineDetection" | "machineReaction">): string | null {
  if (machineDetection === "off") return null;
  switch (machineReaction) {
    case "talk":
      return "A machine that answers hears the flow, and counts as Answering machine.";
    case "leave_message":
      return `A machine that answers is left the flow's message for machines, ${IF_TOLD}.`;
    case "hang_up":
      return `A machine that answers is hung up on, ${IF_TOLD}.`;
  }
}

const IF_TOLD =
  "provided Twilio names it while the call goes on; it promises that only for the call's end, and till then the flow goes on";
