import type { ComponentType } from "react";
import { AccountSection } from "./account/AccountSection";
import { AppearanceSection } from "./AppearanceSection";
import { AttemptLimitsSection } from "./AttemptLimitsSection";
import { CallerIdsSection } from "./CallerIdsSection";
import { CallingHoursSection } from "./CallingHoursSection";
import { ComputerSection } from "./ComputerSection";
import { DoNotCallSection } from "./do-not-call/DoNotCallSection";
import { LimitsSection } from "./LimitsSection";
import { PracticeSection } from "./PracticeSection";
import { QuotaSection } from "./QuotaSection";
import { RecordingsSection } from "./RecordingsSection";

interface SettingsSection {
  /** Last part of its address: #/settings/quota. */
  readonly id: string;
  readonly title: string;
  readonly Section: ComponentType;
}

/** The page, in its order. */
export const SECTIONS: readonly SettingsSection[] = [
  { id: "account", title: "Twilio account", Section: AccountSection },
  { id: "caller-ids", title: "Caller IDs", Section: CallerIdsSection },
  { id: "quota", title: "Quota", Section: QuotaSection },
  { id: "calling-hours", title: "Calling hours", Section: CallingHoursSection },
  { id: "attempt-limits", title: "Attempt limits", Section: AttemptLimitsSection },
  { id: "do-not-call-list", title: "Do-not-call list", Section: DoNotCallSection },
  { id: "limits", title: "Account limits", Section: LimitsSection },
  { id: "recordings", title: "Recordings", Section: RecordingsSection },
  { id: "practice", title: "Practice line", Section: PracticeSection },
  { id: "appearance", title: "Appearance", Section: AppearanceSection },
  { id: "computer", title: "This computer", Section: ComputerSection },
];
