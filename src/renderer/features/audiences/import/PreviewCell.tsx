import { Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { DuplicateRule, PreviewContact, Remark } from "../../../../shared/audience";
import type { ColumnRole } from "./column-roles";
import styles from "./PreviewTable.module.css";

interface PreviewCellProps {
  readonly role: ColumnRole;
  readonly column: string;
  /** As it stands in the file. */
  readonly cell: string;
  /** Undefined until it is known how the row will be stored. */
  readonly contact: PreviewContact | undefined;
  readonly duplicates: DuplicateRule;
}

export function PreviewCell({ role, column, cell, contact, duplicates }: PreviewCellProps) {
  if (role === "phone") return <PhoneCell cell={cell} contact={contact} duplicates={duplicates} />;
  const zoneIsUnknown = role === "time-zone" && contact?.remarks.includes("unknown-time-zone");
  return (
    <td dir="auto" className={styles.cell} title={cell}>
      {contact?.variables[column] ?? cell}
      {zoneIsUnknown && <Note>{REMARK_WORDS["unknown-time-zone"]}</Note>}
    </td>
  );
}

function PhoneCell({
  cell,
  contact,
  duplicates,
}: Pick<PreviewCellProps, "cell" | "contact" | "duplicates">) {
  const refused = contact?.refused ?? null;
  const remarks = contact?.remarks.filter((remark) => remark !== "unknown-time-zone") ?? [];
  return (
    <td className={styles.cell} data-refused={refused !== null} data-noted={isNoted(contact)}>
      <span dir="ltr">{(contact?.phone ?? cell) || "–"}</span>
      {refused !== null && (
        <Text className={styles.reason}>
          <IconAlertTriangle size={12} aria-hidden /> Refused: {refused}
        </Text>
      )}
      {remarks.map((remark) => (
        <Note key={remark}>{REMARK_WORDS[remark]}</Note>
      ))}
      {contact?.duplicateOf && (
        <Note>
          {DUPLICATE_WORDS[duplicates]}: line {contact.duplicateOf} has this number already.
        </Note>
      )}
    </td>
  );
}

function isNoted(contact: PreviewContact | undefined): boolean {
  return contact !== undefined && (contact.duplicateOf !== null || contact.remarks.length > 0);
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <Text className={styles.note}>
      <IconInfoCircle size={12} aria-hidden /> {children}
    </Text>
  );
}

const DUPLICATE_WORDS: Readonly<Record<DuplicateRule, string>> = {
  skip: "Skipped",
  update: "Updates",
  keep: "Kept beside it",
};

const REMARK_WORDS: Readonly<Record<Remark, string>> = {
  "mended-number": "A spreadsheet had spoilt this number: mended.",
  "alternate-phone": "Phone has no valid number: the first alternate is taken.",
  "unknown-time-zone": "No such time zone: the number tells it.",
};
