import { NativeSelect } from "@mantine/core";
import type { PreviewContact } from "../../../../shared/audience";
import { ROLE_WORDS, type ColumnRole } from "./column-roles";
import type { ImportPlan } from "./import-plan";
import { PreviewCell } from "./PreviewCell";
import styles from "./PreviewTable.module.css";

interface PreviewTableProps {
  readonly plan: ImportPlan;
  /** How the rows will be stored; fewer than there are rows until that is known. */
  readonly contacts: readonly PreviewContact[];
  readonly onRole: (column: number, role: ColumnRole) => void;
}

/** The first rows as they will be stored; each column's head says what it is used as. */
export function PreviewTable({ plan, contacts, onRole }: PreviewTableProps) {
  const { preview, roles } = plan;
  const joinsNames = roles.includes("second-name");

  return (
    <>
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
                      duplicates={plan.rules.duplicates}
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

const ROLES = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));
