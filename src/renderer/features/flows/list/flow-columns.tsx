import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Flow, FlowContent } from "../../../../shared/flow";
import type { Instant } from "../../../../shared/instant";
import { useTimeZone } from "../../../api/app-info";
import { formatDayAndTime, formatNumberOf } from "../../../ui/format";
import { CutText } from "../../../ui/CutText";
import type { Column } from "../../../ui/table/columns";
import { paths } from "../paths";
import type { FlowSort } from "./list-view";

export const FLOW_COLUMNS: readonly Column<Flow, FlowSort>[] = [
  {
    title: "Name",
    width: "minmax(160px, 2fr)",
    sort: "name",
    cell: ({ id, name }) => (
      <Anchor
        component={Link}
        href={paths.edit(id)}
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
  { title: "Kind", width: "128px", cell: ({ content }) => KIND_WORDS[content.kind] },
  {
    title: "What it does",
    width: "minmax(160px, 3fr)",
    cell: ({ content }) => <CutText>{contentWords(content)}</CutText>,
  },
  {
    title: "Needed by",
    width: "minmax(120px, 2fr)",
    cell: ({ neededBy }) => <CutText>{neededBy.join(", ") || "No campaign"}</CutText>,
  },
  {
    title: "Changed",
    width: "152px",
    align: "right",
    sort: "updated",
    cell: ({ updatedAt }) => <ChangedAt at={updatedAt} />,
  },
];

const KIND_WORDS: Readonly<Record<FlowContent["kind"], string>> = {
  script: "Script",
  "twiml-address": "TwiML address",
};

/** The first words that are said, or where it lives. */
function contentWords(content: FlowContent): string {
  if (content.kind === "twiml-address") return content.url;
  const spoken = content.steps.find((step) => "text" in step);
  const steps = formatNumberOf(content.steps.length, "step");
  return spoken && "text" in spoken ? `${steps}: ${spoken.text}` : steps;
}

function ChangedAt({ at }: { readonly at: Instant }) {
  return formatDayAndTime(at, useTimeZone());
}
