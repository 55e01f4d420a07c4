import { Button, Text } from "@mantine/core";
import type { PhoneNumber } from "../../shared/phone-number";
import { request } from "../api/client";
import { useAction } from "../api/use-action";
import { useEvent } from "../api/use-event";
import { useRequest } from "../api/use-request";
import { ErrorNotice } from "../ui/ErrorNotice";
import styles from "./DoNotCall.module.css";

/** Puts the number of who was called on the do-not-call list, and takes it off where that was a slip. */
export function DoNotCall({ phone }: { readonly phone: PhoneNumber }) {
  const listed = useRequest("doNotCall.isListed", { phone });
  useEvent("doNotCall.changed", listed.refresh);
  const add = useAction(() => request("doNotCall.addFromCall", { phone }));
  const remove = useAction(() => request("doNotCall.removeNumber", { phone }));
  const error = add.error ?? remove.error ?? listed.error;
  return (
    <>
      <div className={styles.line}>
        {listed.value ? (
          <>
            <Text role="status">On the do-not-call list</Text>
            <Button
              variant="default"
              size="xs"
              loading={remove.running}
              onClick={() => void remove.run()}
            >
              Take it off
            </Button>
          </>
        ) : (
          <Button
            variant="default"
            size="xs"
            loading={add.running}
            disabled={listed.loading}
            onClick={() => void add.run()}
          >
            Add to do-not-call list
          </Button>
        )}
      </div>
      {error && <ErrorNotice error={error} />}
    </>
  );
}
