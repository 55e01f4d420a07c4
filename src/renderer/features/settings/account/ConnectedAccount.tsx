import { Button, Code, Group, Text } from "@mantine/core";
import type { Account } from "../../../../shared/settings";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { CheckResult } from "./CheckResult";
import { useConnectionCheck } from "./use-connection-check";

export function ConnectedAccount({ account }: { readonly account: Account }) {
  const check = useConnectionCheck();
  const disconnect = useAction(async () => {
    if (await confirm(DISCONNECT)) await request("account.disconnect", null);
  });
  return (
    <>
      <Text>
        Calls go to the Twilio account <Code>{account.accountSid}</Code>. They reach real phones,
        and Twilio bills them.
      </Text>
      <CheckResult check={check} />
      {disconnect.error && (
        <ErrorNotice error={disconnect.error} onDismiss={disconnect.clearError} />
      )}
      <Group gap="xs">
        <Button variant="default" loading={check.running} onClick={() => void check.run(null)}>
          Check connection
        </Button>
        <Button
          variant="default"
          disabled={disconnect.running}
          onClick={() => void disconnect.run()}
        >
          Disconnect…
        </Button>
      </Group>
    </>
  );
}

const DISCONNECT = {
  title: "Disconnect the Twilio account?",
  message:
    "The credentials are removed from this computer, and Paceline starts again on the practice line, with what you practised there. Live campaigns, contacts and calls are kept, and are there again once you connect.",
  confirmLabel: "Disconnect",
};
