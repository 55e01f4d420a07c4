import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useLocation } from "wouter";
import type { Audience } from "../../../../shared/audience";
import type { ContactDetails } from "../../../../shared/contact";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { confirm } from "../../../ui/confirm";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatPhone } from "../../../ui/phone-number";
import { paths } from "../paths";
import { ContactDialog } from "./ContactDialog";
import styles from "../detail/AudienceDetailPage.module.css";

interface ContactActionsProps {
  readonly audience: Audience;
  readonly contact: ContactDetails;
}

export function ContactActions({ audience, contact }: ContactActionsProps) {
  const [, navigate] = useLocation();
  const [editing, edit] = useDisclosure();
  const remove = useAction(async () => {
    if (!(await confirm(removal(audience, contact)))) return;
    await request("contacts.remove", { audienceId: audience.id, contactId: contact.id });
    navigate(paths.detail(audience.id));
  });
  return (
    <>
      <div className={styles.actions}>
        <Button variant="default" onClick={edit.open}>
          Edit…
        </Button>
        <Button variant="default" disabled={remove.running} onClick={() => void remove.run()}>
          Remove…
        </Button>
      </div>
      {remove.error && <ErrorNotice error={remove.error} onDismiss={remove.clearError} />}
      {editing && <ContactDialog audience={audience} contact={contact} onClose={edit.close} />}
    </>
  );
}

function removal({ name }: Audience, contact: ContactDetails) {
  return {
    title: `Remove ${contact.name || formatPhone(contact.phone)}?`,
    message: `The contact is deleted from “${name}” for good. Campaigns that have ended keep their calls.`,
    confirmLabel: "Remove",
    permanent: true,
  };
}
