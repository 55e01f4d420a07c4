import { Text } from "@mantine/core";
import type { ContactDetails } from "../../../../shared/contact";

/** What keeps campaigns from calling the contact. */
export function ContactGates({ contact }: { readonly contact: ContactDetails }) {
  if (!contact.doNotCall) return null;
  return (
    <section aria-label="Why the contact is not called">
      <Text fw={600} c="var(--status-warn)">
        On the do-not-call list
      </Text>
      <Text>No campaign calls this number.</Text>
    </section>
  );
}
