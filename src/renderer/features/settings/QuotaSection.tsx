import { NumberSetting } from "./NumberSetting";
import { useSetting } from "./settings-context";

export function QuotaSection() {
  return (
    <NumberSetting
      label="Minutes per month"
      description="Campaigns of all kinds may use so many call minutes in a calendar month (UTC); a start or resume for which too few remain is refused, and a running campaign pauses when they run out."
      unit="min"
      setting={useSetting("quotaMinutes")}
    />
  );
}
