import type { ContactSort, ListedContact } from "../../../../shared/contact";
import type { Instant } from "../../../../shared/instant";
import { useTimeZone } from "../../../api/app-info";
import { CutText } from "../../../ui/CutText";
import { formatMoment } from "../../../ui/format";
import { PhoneNumber } from "../../../ui/PhoneNumber";
import type { Column } from "../../../ui/table/columns";
import { countryWords, lineTypeWords } from "../contact-words";
import styles from "./ContactTable.module.css";

/** Columns of an audience's table, its variables last. */
export function contactColumns(
  variables: readonly string[],
): readonly Column<ListedContact, ContactSort>[] {
  return [
    {
      title: "Name",
      width: "minmax(160px, 2fr)",
      sort: "name",
      cell: ({ name }) => <CutText>{name || "–"}</CutText>,
    },
    {
      title: "Phone",
      width: "176px",
      sort: "phone",
      cell: ({ phone, doNotCall }) => (
        <>
          <PhoneNumber>{phone}</PhoneNumber>
          {doNotCall && (
            <span className={styles.doNotCall} title="On the do-not-call list">
              Do not call
            </span>
          )}
        </>
      ),
    },
    {
      title: "Country",
      width: "128px",
      sort: "country",
      cell: ({ country }) => <CutText>{country === null ? "–" : countryWords(country)}</CutText>,
    },
    {
      title: "Line",
      width: "148px",
      sort: "lineType",
      cell: ({ lineType }) => (
        <CutText>{lineType === null ? "–" : lineTypeWords(lineType)}</CutText>
      ),
    },
    {
      title: "Last call",
      width: "112px",
      align: "right",
      cell: ({ lastCalledAt }) => (lastCalledAt === null ? "–" : <LastCall at={lastCalledAt} />),
    },
    ...variables.map((variable): Column<ListedContact, ContactSort> => ({
      title: variable,
      width: "minmax(120px, 1fr)",
      sort: `variable:${variable}`,
      cell: ({ variables: values }) => <CutText>{values[variable] ?? ""}</CutText>,
    })),
  ];
}

/** In pixels; narrower than that, the table is scrolled sideways. */
export function leastWidthFor(variables: readonly string[]): number {
  return 776 + 140 * variables.length;
}

function LastCall({ at }: { readonly at: Instant }) {
  return formatMoment(at, useTimeZone(), Date.now());
}
