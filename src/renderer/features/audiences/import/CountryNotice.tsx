import { Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ContactsPreview } from "../../../../shared/audience";
import { countryName } from "../../../ui/countries";
import { formatCount } from "../../../ui/format";
import styles from "./CountryNotice.module.css";

interface CountryNoticeProps {
  /** ISO 3166. */
  readonly assumed: string;
  readonly found: NonNullable<ContactsPreview["wrongCountry"]>;
  readonly onUse: (country: string) => void;
}

/** Most numbers are none of the default country: says which that is, and which may be right. */
export function CountryNotice({ assumed, found, onUse }: CountryNoticeProps) {
  const { refused, of, better } = found;
  return (
    <div role="status" className={styles.notice}>
      <IconAlertTriangle size={18} className={styles.icon} aria-hidden />
      <Text>
        {formatCount(refused)} of the first {formatCount(of)} numbers without a country code are no
        numbers of {countryName(assumed)}, which is the default country.
        {better === null
          ? " Choose the country they are from."
          : ` They read as numbers of ${countryName(better)}.`}
      </Text>
      {better !== null && (
        <Button size="xs" variant="default" onClick={() => onUse(better)}>
          Use {countryName(better)}
        </Button>
      )}
    </div>
  );
}
