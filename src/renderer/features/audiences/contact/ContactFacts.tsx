import type { ReactNode } from "react";
import type { ContactDetails } from "../../../../shared/contact";
import { PhoneNumber } from "../../../ui/PhoneNumber";
import { countryWords, lineTypeWords, localTimeWords, zoneWords } from "../contact-words";
import styles from "./ContactPage.module.css";
import { useMinute } from "./use-minute";

/** What is known of a contact: of the number, and what the file said. */
export function ContactFacts({ contact }: { readonly contact: ContactDetails }) {
  const { country, lineType, timeZones, externalId, alternatePhones, variables } = contact;
  const now = useMinute();
  return (
    <section aria-label="Contact">
      <dl className={styles.facts}>
        <Fact term="Phone">
          <PhoneNumber className={styles.number}>{contact.phone}</PhoneNumber>
        </Fact>
        <Fact term="Country">{countryWords(country)}</Fact>
        <Fact term="Line">{lineTypeWords(lineType)}</Fact>
        <Fact term="Local time">{localTimeWords(timeZones, now) ?? "Not known"}</Fact>
        <Fact term="Time zone">{timeZones?.map(zoneWords).join(", ") ?? "Not known"}</Fact>
        <Fact term="Alternate phones">
          {alternatePhones.length === 0
            ? "None"
            : alternatePhones.map((phone) => (
                <div key={phone}>
                  <PhoneNumber className={styles.number}>{phone}</PhoneNumber>
                </div>
              ))}
        </Fact>
        <Fact term="External ID">{externalId ?? "None"}</Fact>
        {Object.entries(variables).map(([variable, value]) => (
          <Fact key={variable} term={variable}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt dir="auto">{term}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}
