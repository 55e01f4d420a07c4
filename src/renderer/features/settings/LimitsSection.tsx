import { NumberSetting } from "./NumberSetting";
import { useSetting } from "./settings-context";

export function LimitsSection() {
  return (
    <>
      <NumberSetting
        label="Calls per second"
        description="What the account may start in a second, for all campaigns together: Twilio's default is 1. Set higher than the account allows, Twilio queues the calls, and they start late."
        unit="a second"
        setting={useSetting("accountCallsPerSecond")}
      />
      <NumberSetting
        label="Concurrent calls"
        description="What the account may have at once, for all campaigns together; without a limit, each campaign's own Max Concurrent Calls is the only one."
        unit="calls"
        emptyMeans={{ value: null, word: "No limit" }}
        setting={useSetting("accountConcurrentCalls")}
      />
    </>
  );
}
