import { Button, Group, PasswordInput, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { credentials, type Account, type Credentials } from "../../../../shared/settings";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { CheckResult } from "./CheckResult";
import styles from "./ConnectForm.module.css";
import { useConnectionCheck } from "./use-connection-check";

interface ConnectValues {
  readonly accountSid: string;
  readonly method: "token" | "key";
  readonly apiKeySid: string;
  readonly secret: string;
}

export function ConnectForm({ account }: { readonly account: Account }) {
  const check = useConnectionCheck();
  const connect = useAction((given: Credentials) => request("account.connect", given));
  const form = useForm<ConnectValues>({
    initialValues: { accountSid: "", method: "token", apiKeySid: "", secret: "" },
    validate: problemsOf,
  });
  const withKey = form.values.method === "key";

  return (
    <form
      className={styles.form}
      onSubmit={form.onSubmit((values) => void connect.run(credentials.parse(given(values))))}
    >
      <TextInput
        label="Account SID"
        description="It stands on the first page of the Twilio Console."
        placeholder="AC…"
        spellCheck={false}
        {...form.getInputProps("accountSid")}
      />
      <SegmentedControl
        size="xs"
        aria-label="Connect with"
        data={[
          { value: "token", label: "Auth token" },
          { value: "key", label: "API key" },
        ]}
        {...form.getInputProps("method")}
      />
      {withKey && (
        <TextInput
          label="API key SID"
          description="A key of its own for Paceline can be taken back without changing the account's token."
          placeholder="SK…"
          spellCheck={false}
          {...form.getInputProps("apiKeySid")}
        />
      )}
      <PasswordInput
        label={withKey ? "API key secret" : "Auth token"}
        description="Kept in the system's key store, never in Paceline's files."
        autoComplete="off"
        visibilityToggleButtonProps={{ "aria-label": "Show what is typed" }}
        {...form.getInputProps("secret")}
      />
      {!account.keyStore && <NoKeyStore />}
      <CheckResult check={check} />
      {connect.error && <ErrorNotice error={connect.error} onDismiss={connect.clearError} />}
      <Group gap="xs">
        <Button
          variant="default"
          loading={check.running}
          onClick={() => {
            if (!form.validate().hasErrors) void check.run(credentials.parse(given(form.values)));
          }}
        >
          Check connection
        </Button>
        <Button type="submit" loading={connect.running} disabled={!account.keyStore}>
          Connect
        </Button>
      </Group>
      <Text c="dimmed">
        Connect starts Paceline again, live. It is refused while a campaign runs.
      </Text>
    </form>
  );
}

function NoKeyStore() {
  return (
    <Text role="note" className={styles.warning}>
      This system has no key store that is unlocked, so credentials cannot be kept, and Paceline
      stays on the practice line. On Linux, set up and unlock a keyring (GNOME Keyring or KWallet),
      then start Paceline again. The connection can be checked all the same.
    </Text>
  );
}

function given({ accountSid, method, apiKeySid, secret }: ConnectValues) {
  return { accountSid, apiKeySid: method === "key" ? apiKeySid : null, secret };
}

function problemsOf(values: ConnectValues): Record<string, string> {
  const parsed = credentials.safeParse(given(values));
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [String(path[0]), message]),
  );
}
