import { NativeSelect, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { PreviewContact } from "../../../../shared/audience";
import { useRequest } from "../../../api/use-request";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { mappingOf, ROLE_WORDS, type ColumnRole } from "./column-roles";
import type { ImportPlan } from "./import-plan";
import styles from "./PreviewTable.module.css";

interface PreviewTableProps {
  readonly plan: ImportPlan;
  /** What is wrong with the file is said already. */
  readonly quiet: boolean;
  readonly onRole: (column: number, role: ColumnRole) => void;
}

/** The first rows as they will be stored; each column's head says what it is used as. */
export function PreviewTable({ plan, quiet, onRole }: PreviewTableProps) {
  const { preview, roles } = plan;
  const mapping = mappingOf(roles, plan.defaultCountry);
  const stored = useRequest(
    "audiences.previewContacts",
    mapping ? { path: preview.path, format: preview.format, mapping } : "skip",
  );
  const contacts = mapping ? (stored.value ?? []) : [];
  const joinsNames = roles.includes("second-name");

  return (
    <>
      {stored.error && !quiet && <ErrorNotice error={stored.error} />}
      <div className={styles.scroll} role="region" aria-label="First rows" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" data-align="right">
                Line
              </th>
              {joinsNames && <th scope="col">Name, joined</th>}
              {preview.columns.map((column, at) => (
                <ColumnHead
                  key={column}
                  column={column}
                  role={roles[at] ?? "variable"}
                  onRole={(role) => onRole(at, role)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((cells, row) => {
              const contact = contacts[row];
              return (
                <tr key={row} data-refused={contact !== undefined && contact.refused !== null}>
                  <td data-align="right">{contact?.line}</td>
                  {joinsNames && (
                    <td dir="auto" className={styles.cell} title={contact?.name}>
                      {contact?.name}
                    </td>
                  )}
                  {preview.columns.map((column, at) => (
                    <PreviewCell
                      key={column}
                      role={roles[at] ?? "variable"}
                      column={column}
                      cell={cells[at] ?? ""}
                      contact={contact}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface ColumnHeadProps {
  readonly column: string;
  readonly role: ColumnRole;
  readonly onRole: (role: ColumnRole) => void;
}

function ColumnHead({ column, role, onRole }: ColumnHeadProps) {
  return (
    <th scope="col" className={styles.head}>
      <div className={styles.column} dir="auto" title={column}>
        {column}
      </div>
      <NativeSelect
        aria-label={`Use of the column ${column}`}
        data={ROLES}
        value={role}
        onChange={(event) => onRole(event.currentTarget.value as ColumnRole)}
      />
    </th>
  );
}

const ROLES = (["phone", "name", "second-name", "variable"] as const).map((role) => ({
  value: role,
  label: ROLE_WORDS[role],
}));

interface PreviewCellProps {
  readonly role: ColumnRole;
  readonly column: string;
  /** As it stands in the file. */
  readonly cell: string;
  /** Undefined until it is known how the row will be stored. */
  readonly contact: PreviewContact | undefined;
}

function PreviewCell({ role, column, cell, contact }: PreviewCellProps) {
  if (role !== "phone") {
    return (
      <td dir="auto" className={styles.cell} title={cell}>
        {contact?.variables[column] ?? cell}
      </td>
    );
  }
  const refused = contact?.refused ?? null;
  return (
    <td className={styles.cell} data-refused={refused !== null}>
      <span dir="ltr">{(contact?.phone ?? cell) || "–"}</span>
      {refused !== null && (
        <Text className={styles.reason}>
          <IconAlertTriangle size={12} aria-hidden /> Refused: {refused}
        </Text>
      )}
    </td>
  );
}
