import type { DoNotCallEntry, DoNotCallSort } from "../../../../shared/do-not-call";
import { useTimeZone } from "../../../api/app-info";
import { CutText } from "../../../ui/CutText";
import { formatMoment } from "../../../ui/format";
import { PhoneNumber } from "../../../ui/PhoneNumber";
import { StatusBadge } from "../../../ui/StatusBadge";
import type { Column } from "../../../ui/table/columns";
import { hasExpired, SOURCE_WORDS, untilWords } from "./entry-words";

export const entryKey = ({ phone }: DoNotCallEntry) => phone;

export const ENTRY_COLUMNS: readonly Column<DoNotCallEntry, DoNotCallSort>[] = [
  {
    title: "Number",
    width: "160px",
    sort: "number",
    cell: ({ phone }) => <PhoneNumber>{phone}</PhoneNumber>,
  },
  {
    title: "Not called",
    width: "176px",
    sort: "until",
    cell: (entry) => <Until entry={entry} />,
  },
  {
    title: "Added",
    width: "136px",
    align: "right",
    sort: "added",
    cell: ({ addedAt }) => <Added at={addedAt} />,
  },
  { title: "Source", width: "104px", cell: ({ source }) => SOURCE_WORDS[source] },
  { title: "Note", width: "minmax(160px, 1fr)", cell: ({ note }) => <CutText>{note}</CutText> },
];

function Until({ entry }: { readonly entry: DoNotCallEntry }) {
  const zone = useTimeZone();
  const now = Date.now();
  const words = untilWords(entry, zone, now);
  return hasExpired(entry, now) ? <StatusBadge tone="neutral" shape="clock" word={words} /> : words;
}

function Added({ at }: { readonly at: number }) {
  return formatMoment(at, useTimeZone(), Date.now());
}
