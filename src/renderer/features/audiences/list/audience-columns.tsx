import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Audience } from "../../../../shared/audience";
import type { Instant } from "../../../../shared/instant";
import { useTimeZone } from "../../../api/app-info";
import { CutText } from "../../../ui/CutText";
import { formatCount, formatDayAndTime } from "../../../ui/format";
import type { Column } from "../../../ui/table/columns";
import { paths } from "../paths";
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
    cell: ({ variables }) => <CutText>{variables.join(", ") || "–"}</CutText>,
  },
  {
    title: "Needed by",
    width: "minmax(120px, 2fr)",
    cell: ({ neededBy }) => <CutText>{neededBy.join(", ") || "No campaign"}</CutText>,
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
