import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { dailyHours, type CallingHours } from "../../../../shared/calling-hours";
import type { DialingSettings } from "../../../../shared/campaign";
import { useTimeZone } from "../../../api/app-info";
import { useRequest } from "../../../api/use-request";
import { CallingHoursEditor } from "../../../calling-hours/CallingHoursEditor";
import { hoursWords } from "../../../calling-hours/hours-words";
import styles from "./CampaignForm.module.css";
import type { CampaignFormState } from "./use-campaign-form";

type Chosen = DialingSettings["callingHours"];

const CHOICES = [
  { value: "settings", label: "As in Settings" },
  { value: "own", label: "Its own" },
  { value: "always", label: "At any time" },
];

/** Within which hours the campaign calls: those of the settings, its own, or any. */
export function CallingHoursFields({ form }: { readonly form: CampaignFormState }) {
  const id = useId();
  const timeZone = useTimeZone();
  const settings = useRequest("settings.get", null);
  const inSettings = settings.value?.callingHours ?? null;
  const { callingHours: chosen } = form.values;
  const own: CallingHours = inSettings ?? {
    slots: dailyHours("08:00", "21:00"),
    zone: "contact-or-campaign",
    timeZone,
  };

  return (
    <Input.Wrapper
      label="Calling hours"
      labelElement="div"
      labelProps={{ id }}
      description={whatItMeans(chosen, inSettings)}
      error={form.errors.callingHours}
    >
      <div className={styles.hours}>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          data={CHOICES}
          value={chosen === "settings" ? "settings" : chosen === null ? "always" : "own"}
          onChange={(choice) =>
            form.setFieldValue(
              "callingHours",
              choice === "settings" ? "settings" : choice === "own" ? own : null,
            )
          }
        />
        {chosen !== null && chosen !== "settings" && (
          <CallingHoursEditor
            value={chosen}
            onChange={(hours) => form.setFieldValue("callingHours", hours)}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}

/** What the choice comes to. */
function whatItMeans(chosen: Chosen, inSettings: CallingHours | null): string {
  if (chosen === null) return "Contacts may be called at night.";
  if (chosen !== "settings") return "These hours hold, whatever stands in Settings.";
  return inSettings ? `In Settings: ${hoursWords(inSettings)}.` : "In Settings: at any time.";
}
