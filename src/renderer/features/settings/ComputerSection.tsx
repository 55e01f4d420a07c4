import { Code, Switch } from "@mantine/core";
import { useAppInfo } from "../../api/app-info";
import { SavedMark } from "./SavedMark";
import { useSetting } from "./settings-context";
import styles from "./Setting.module.css";

/** What concerns this computer rather than the calls: sleep, and where everything lies. */
export function ComputerSection() {
  const { dataFolder, version } = useAppInfo();
  const keepAwake = useSetting("keepAwake");
  return (
    <>
      <div className={styles.line}>
        <Switch
          label="Keep this computer awake while a campaign runs"
          description="Otherwise it may fall asleep, and no call starts until it wakes; the screen may go dark either way. Closing the lid or choosing Sleep puts it to sleep all the same: no system lets Paceline ask before."
          error={keepAwake.problem}
          checked={keepAwake.value}
          onChange={(event) => void keepAwake.save(event.currentTarget.checked)}
        />
        <SavedMark saved={keepAwake.saved} />
      </div>
      <div className={styles.choice}>
        <span className={styles.label}>Data folder</span>
        <span className={styles.description}>
          Campaigns, contacts, calls, recordings and the log lie here and nowhere else; credentials
          are in the system's key store.
        </span>
        <Code className={styles.path}>{dataFolder}</Code>
      </div>
      <span className={styles.description}>Paceline {version}</span>
    </>
  );
}
