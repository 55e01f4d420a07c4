import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Audience } from "../../../../shared/audience";
import type { Instant } from "../../../../shared/instant";
import { useTimeZone } from "../../../api/app-info";
import { formatCount, formatDayAndTime } from "../../../ui/format";
import type { Column } from "../../../ui/table/columns";
import { paths } from "../paths";
import styles from "./AudienceListPage.module.css";
import type { AudienceSort } from "./list-view";

export const AUDIENCE_COLUMNS: readonly Column<Audience, AudienceSort>[] = [
  {
    title: "Name",
    width: "minmax(160px, 2fr)",
    sort: "name",
    cell: ({ id, name }) => (
      <Anchor
        component={Link}
        href={paths.detail(id)}
        inherit
        fw={600}
        c="inherit"
        truncate
        title={name}
        dir="auto"
      >
        {name}
      </Anchor>
    ),
  },
  {
    title: "Contacts",
    width: "104px",
    align: "right",
    sort: "contacts",
    cell: ({ contacts }) => formatCount(contacts),
  },
  {
    title: "Variables",
    width: "minmax(120px, 2fr)",
    cell: ({ variables }) => <Names names={variables} none="–" />,
  },
  {
    title: "Needed by",
    width: "minmax(120px, 2fr)",
    cell: ({ neededBy }) => <Names names={neededBy} none="No campaign" />,
  },
  {
    title: "Created",
    width: "152px",
    align: "right",
    sort: "created",
    cell: ({ createdAt }) => <CreatedAt at={createdAt} />,
  },
];

function CreatedAt({ at }: { readonly at: Instant }) {
  return formatDayAndTime(at, useTimeZone());
}

function Names({ names, none }: { readonly names: readonly string[]; readonly none: string }) {
  const words = names.join(", ");
  return (
    <span className={styles.cut} dir="auto" title={words}>
      {words || none}
    </span>
  );
}
