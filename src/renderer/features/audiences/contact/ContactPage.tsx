import { Anchor, Button } from "@mantine/core";
import { Link } from "wouter";
import type { Audience } from "../../../../shared/audience";
import type { ContactDetails } from "../../../../shared/contact";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { ContactGates } from "../../../player/ContactGates";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { ListPage } from "../../../ui/ListPage";
import { Loading } from "../../../ui/Loading";
import { PageHeader } from "../../../ui/PageHeader";
import { formatPhone } from "../../../ui/phone-number";
import { paths } from "../paths";
import { ContactActions } from "./ContactActions";
import { ContactCalls } from "./ContactCalls";
import { ContactFacts } from "./ContactFacts";
import styles from "./ContactPage.module.css";

interface ContactPageProps {
  readonly id: number;
  readonly contactId: number;
}

export function ContactPage({ id, contactId }: ContactPageProps) {
  const audience = useRequest("audiences.get", { id });
  const contact = useRequest("contacts.get", { audienceId: id, contactId });
  const refresh = () => {
    audience.refresh();
    contact.refresh();
  };
  useEvent("audiences.changed", refresh);
  useEvent("doNotCall.changed", contact.refresh);

  const error = audience.error ?? contact.error;
  if (error) {
    return (
      <ListPage>
        <BackToAudience id={id} name={audience.value?.name} />
        <ErrorNotice error={error} action={<Button onClick={refresh}>Try again</Button>} />
      </ListPage>
    );
  }
  if (!audience.value || !contact.value) return <Loading what="the contact" />;
  return <LoadedContact audience={audience.value} contact={contact.value} />;
}

interface LoadedContactProps {
  readonly audience: Audience;
  readonly contact: ContactDetails;
}

function LoadedContact({ audience, contact }: LoadedContactProps) {
  return (
    <ListPage>
      <PageHeader
        above={<BackToAudience id={audience.id} name={audience.name} />}
        title={contact.name || formatPhone(contact.phone)}
      />
      <ContactActions audience={audience} contact={contact} />
      <div className={styles.columns}>
        <div className={styles.about}>
          <ContactGates contactId={contact.id} campaignId={null} />
          <ContactFacts contact={contact} />
        </div>
        <ContactCalls contactId={contact.id} />
      </div>
    </ListPage>
  );
}

function BackToAudience({ id, name }: { readonly id: number; readonly name: string | undefined }) {
  return (
    <Anchor component={Link} href={paths.detail(id)} size="sm">
      ‹ {name ?? "The audience"}
    </Anchor>
  );
}
