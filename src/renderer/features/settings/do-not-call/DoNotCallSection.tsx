import { Anchor, Button, Text } from "@mantine/core";
import { Link } from "wouter";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import styles from "../Setting.module.css";
import { summaryWords } from "./entry-words";
import { paths } from "./paths";

export function DoNotCallSection() {
  const summary = useRequest("doNotCall.summary", null);
  useEvent("doNotCall.changed", summary.refresh);
  return (
    <>
      <Text className={styles.description}>
        Numbers that no campaign calls, whatever its audience holds; a contact whose number is
        listed for good ends as Failed without a call.
      </Text>
      {summary.error && (
        <ErrorNotice
          error={summary.error}
          action={<Button onClick={summary.refresh}>Try again</Button>}
        />
      )}
      <Text>{summary.value ? summaryWords(summary.value, Date.now()) : " "}</Text>
      <div>
        <Anchor component={Link} href={paths.list}>
          Open the do-not-call list
        </Anchor>
      </div>
    </>
  );
}
