import { Button, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import type { CallRow } from "../../../../shared/call";
import type { ContactId } from "../../../../shared/ids";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { CallPane } from "../../../player/CallPane";
import { EmptyState } from "../../../ui/EmptyState";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { Loading } from "../../../ui/Loading";
import { useLocalRows } from "../../../ui/table/local-rows";
import { DataTable } from "../../../ui/table/DataTable";
import { contactCallColumns } from "./contact-call-columns";
import styles from "./ContactPage.module.css";

const campaignAndContact = ({ campaignId, contactId }: CallRow) => `${campaignId}-${contactId}`;

/** Every call of the contact and to its number, in all campaigns; each opens beside the list. */
export function ContactCalls({ contactId }: { readonly contactId: ContactId }) {
  const calls = useRequest("contacts.calls", { contactId });
  useEvent("calls.changed", calls.refresh);
  return (
    <section aria-label="Calls" className={styles.calls}>
      <Title order={2}>Calls</Title>
      {calls.error && (
        <ErrorNotice
          error={calls.error}
          action={<Button onClick={calls.refresh}>Try again</Button>}
        />
      )}
      {calls.value ? <CallList calls={calls.value} /> : !calls.error && <Loading what="calls" />}
    </section>
  );
}

function CallList({ calls }: { readonly calls: readonly CallRow[] }) {
  const [opened, open] = useState<string | null>(null);
  const rows = useLocalRows(calls, campaignAndContact);
  const select = (call: CallRow | null) => open(call && campaignAndContact(call));
  const columns = useMemo(() => contactCallColumns((call) => open(campaignAndContact(call))), []);
  const call = calls.find((each) => campaignAndContact(each) === opened);
  return (
    <div className={styles.split} data-open={call !== undefined}>
      <div className={styles.table}>
        <DataTable
          label="Calls"
          placeName="calls of a contact"
          columns={columns}
          rows={rows}
          keyOf={campaignAndContact}
          selected={opened}
          onSelect={select}
          leastWidth={640}
          empty={
            <EmptyState title="Never called">
              Calls to this number appear here, whatever the campaign.
            </EmptyState>
          }
        />
      </div>
      {call && <CallPane key={opened} call={call} onClose={() => select(null)} />}
    </div>
  );
}
