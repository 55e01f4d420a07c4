import { Text } from "@mantine/core";
import { useAppInfo } from "../../../api/app-info";
import { ConnectForm } from "./ConnectForm";
import { ConnectedAccount } from "./ConnectedAccount";

/** Which carrier the calls go to, and how to change that. */
export function AccountSection() {
  const { account } = useAppInfo();
  switch (account.mode) {
    case "live":
      return <ConnectedAccount account={account} />;
    case "test":
      return (
        <Text>
          Paceline was started with PACELINE_CARRIER_URL: all requests go to {account.carrierUrl}{" "}
          instead of Twilio. Start it without that variable to connect an account here.
        </Text>
      );
    case "practice":
      return (
        <>
          <Text>
            Paceline works on the practice line: a carrier inside this application that answers,
            talks and records like a real one. Nobody’s phone rings, and nothing costs anything.
            Connect your Twilio account to call real numbers. Practice and live never mix: live
            begins with audiences, flows and campaigns of its own, and yours from practice wait
            here.
          </Text>
          <ConnectForm account={account} />
        </>
      );
  }
}
