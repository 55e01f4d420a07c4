import { Anchor } from "@mantine/core";
import { IconPhoneOff, IconTestPipe } from "@tabler/icons-react";
import { Link } from "wouter";
import { useAppInfo } from "../api/app-info";
import styles from "./Shell.module.css";

/** Stands across the top for as long as calls reach nobody. Live has none. */
export function CarrierBand() {
  const { account } = useAppInfo();
  if (account.mode === "live") return null;
  if (account.mode === "test") {
    return (
      <aside className={styles.band} aria-label="Test carrier">
        <IconTestPipe size={16} aria-hidden />
        <span>
          <strong>Test carrier</strong> — calls go to {account.carrierUrl}, not to Twilio
        </span>
      </aside>
    );
  }
  return (
    <aside className={styles.band} aria-label="Practice line">
      <IconPhoneOff size={16} aria-hidden />
      <span>
        <strong>Practice line</strong> — nobody’s phone rings
      </span>
      <Anchor component={Link} href="/settings" inherit c="inherit" underline="always">
        Connect Twilio
      </Anchor>
    </aside>
  );
}
