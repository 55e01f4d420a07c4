import { SegmentedControl, Text } from "@mantine/core";
import { dailyHours } from "../../../shared/calling-hours";
import { useTimeZone } from "../../api/app-info";
import { CallingHoursEditor } from "../../calling-hours/CallingHoursEditor";
import { SavedMark } from "./SavedMark";
import { useSetting } from "./settings-context";
import { useEdited } from "./use-edited";
import styles from "./Setting.module.css";

/** When calls may start, for campaigns that have no hours of their own. */
export function CallingHoursSection() {
  const timeZone = useTimeZone();
  const setting = useSetting("callingHours");
  const { value, change } = useEdited(setting);
  const usual = {
    slots: dailyHours("08:00", "21:00"),
    zone: "contact-or-campaign",
    timeZone,
  } as const;
  return (
    <>
      <div className={styles.line}>
        <Text className={styles.description}>
          Calls start only within these hours, and whoever is outside of them waits; calls in
          progress go on. They hold for campaigns that have no calling hours of their own.
        </Text>
        <SavedMark saved={setting.saved} />
      </div>
      <SegmentedControl
        size="xs"
        aria-label="When calls may start"
        className={styles.segments}
        data={[
          { value: "always", label: "At any time" },
          { value: "hours", label: "Within calling hours" },
        ]}
        value={value === null ? "always" : "hours"}
        onChange={(chosen) =>
          void change(chosen === "always" ? null : { ...usual, slots: [...usual.slots] })
        }
      />
      {value && <CallingHoursEditor value={value} onChange={(hours) => void change(hours)} />}
      {setting.problem && (
        <Text role="alert" c="var(--status-bad)">
          Not saved: {setting.problem}
        </Text>
      )}
    </>
  );
}
