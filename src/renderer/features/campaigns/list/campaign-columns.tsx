import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Campaign, CampaignFigures } from "../../../../shared/campaign";
import { formatCount, formatRate, formatShare } from "../../../ui/format";
import type { Column } from "../../../ui/table/columns";
import { CampaignStatusBadge } from "../CampaignStatusBadge";
import { MainAction } from "../MainAction";
import { paths } from "../paths";
import { ProgressBar } from "../ProgressBar";
import styles from "./CampaignListPage.module.css";
import { CampaignMenu } from "./CampaignMenu";
import type { CampaignSort } from "./list-view";
import { NextEventCell } from "./NextEventCell";

type CampaignColumn = Column<Campaign, CampaignSort>;

const COLUMNS: readonly CampaignColumn[] = [
  {
    title: "Name",
    width: "minmax(120px, 2fr)",
    sort: "name",
    cell: ({ id, name }) => (
      <Anchor
        component={Link}
        href={paths.detail(id)}
        inherit
        fw={600}
        c="inherit"
        truncate
        dir="auto"
        title={name}
      >
        {name}
      </Anchor>
    ),
  },
  {
    title: "Status",
    width: "128px",
    sort: "status",
    cell: ({ status }) => <CampaignStatusBadge status={status} />,
  },
  {
    title: "Progress",
    width: "minmax(64px, 1fr)",
    cell: ({ live }) => <ProgressBar figures={live.figures} />,
  },
  {
    title: "Contacts",
    width: "84px",
    align: "right",
    cell: ({ live }) => formatCount(live.figures.total),
  },
  {
    title: "% Complete",
    width: "100px",
    align: "right",
    sort: "complete",
    cell: ({ live }) => shareComplete(live.figures),
  },
  {
    title: "Calls a minute",
    width: "116px",
    align: "right",
    cell: ({ status, live, dialing }) =>
      status === "IN_PROGRESS"
        ? `${formatRate(live.actualCallsPerMinute)} of ${formatCount(dialing.callsPerMinute)}`
        : formatCount(dialing.callsPerMinute),
  },
  {
    title: "Next",
    width: "minmax(200px, 2fr)",
    sort: "finish",
    cell: (campaign) => <NextEventCell campaign={campaign} />,
  },
  {
    title: "Action",
    width: "180px",
    align: "right",
    cell: (campaign) => (
      <>
        <MainAction campaign={campaign} size="compact-xs" />
        <CampaignMenu campaign={campaign} />
      </>
    ),
  },
];

/** What a narrow window leaves out, so that names can be read and the actions stay on screen. */
const WIDE_ONLY: ReadonlySet<string> = new Set(["Contacts", "Calls a minute", "Progress"]);

/** Bar and share in one column. */
const NARROW_PROGRESS: CampaignColumn = {
  title: "% Complete",
  width: "124px",
  align: "right",
  sort: "complete",
  cell: ({ live: { figures } }) => (
    <>
      <ProgressBar figures={figures} />
      <span className={styles.share}>{shareComplete(figures)}</span>
    </>
  ),
};

/** What becomes of the columns that stay: names get the room. */
const NARROW: Readonly<Record<string, Partial<CampaignColumn>>> = {
  Name: { width: "minmax(190px, 3fr)" },
  "% Complete": NARROW_PROGRESS,
  Next: { width: "minmax(158px, 2fr)" },
};

const NARROW_COLUMNS = COLUMNS.filter(({ title }) => !WIDE_ONLY.has(title)).map((column) => ({
  ...column,
  ...NARROW[column.title],
}));

export function campaignColumns(wide: boolean): readonly CampaignColumn[] {
  return wide ? COLUMNS : NARROW_COLUMNS;
}

function shareComplete({ completed, failed, total }: CampaignFigures): string {
  return formatShare(completed + failed, total);
}
