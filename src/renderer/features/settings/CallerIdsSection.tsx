import { Button, Text } from "@mantine/core";
import { useAppInfo } from "../../api/app-info";
import { useRequest } from "../../api/use-request";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { Loading } from "../../ui/Loading";
import { PhoneNumber } from "../../ui/PhoneNumber";
import styles from "./Setting.module.css";

export function CallerIdsSection() {
  const { account } = useAppInfo();
  const numbers = useRequest("account.callerIds", null);
  return (
    <>
      <Text className={styles.description}>
        The numbers from which campaigns may call, as{" "}
        {account.mode === "practice" ? "the practice line" : "the account"} lists them; a campaign
        that names none calls from the first.
      </Text>
      {numbers.error && (
        <ErrorNotice
          error={numbers.error}
          action={<Button onClick={numbers.refresh}>Try again</Button>}
        />
      )}
      {!numbers.value && !numbers.error && <Loading what="caller IDs" />}
      {numbers.value?.length === 0 && (
        <Text>
          The account has no number. Buy or verify one in the Twilio Console, then ask again.
        </Text>
      )}
      {numbers.value && numbers.value.length > 0 && (
        <ul className={styles.numbers}>
          {numbers.value.map((number) => (
            <li key={number}>
              <PhoneNumber>{number}</PhoneNumber>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={numbers.refresh}>
          Ask again
        </Button>
      </div>
    </>
  );
}
