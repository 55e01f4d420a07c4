import { NativeSelect } from "@mantine/core";
import type { ContactFacets, ContactFilters } from "../../../../shared/contact";
import type { AudienceId } from "../../../../shared/ids";
import { useEvent } from "../../../api/use-event";
import { useRequest } from "../../../api/use-request";
import { FilterChips } from "../../../ui/FilterChips";
import { formatCount } from "../../../ui/format";
import { countryWords, lineTypeWords, zoneWords } from "../contact-words";
import { changeContactsView, useContactsView } from "./contacts-view";

/** What the contacts are filtered by; values and their counts are those of the audience. */
export function ContactFilterBar({ id }: { readonly id: AudienceId }) {
  const { filters } = useContactsView(id);
  const facets = useRequest("audiences.facets", { id });
  useEvent("audiences.changed", facets.refresh);
  const change = (filter: Partial<ContactFilters>) =>
    changeContactsView(id, { filters: { ...filters, ...filter } });

  return (
    <>
      <FacetSelect
        label="Country"
        words={countryWords}
        facets={facets.value?.countries}
        value={filters.country}
        onChange={(country) => change({ country })}
      />
      <FacetSelect
        label="Time zone"
        words={zoneWords}
        facets={facets.value?.timeZones}
        value={filters.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <FacetSelect
        label="Line"
        words={lineTypeWords}
        facets={facets.value?.lineTypes}
        value={filters.lineType}
        onChange={(lineType) => change({ lineType })}
      />
      <FilterChips
        label="Do-not-call list"
        options={[
          { value: "yes", word: "On do-not-call list" },
          { value: "no", word: "Not on it" },
        ]}
        value={chipOf(filters.doNotCall)}
        onChange={(chip) => change({ doNotCall: chosen(chip) })}
      />
      <FilterChips
        label="Calls"
        options={[
          { value: "yes", word: "Called before" },
          { value: "no", word: "Never called" },
        ]}
        value={chipOf(filters.calledBefore)}
        onChange={(chip) => change({ calledBefore: chosen(chip) })}
      />
    </>
  );
}

type YesOrNo = "yes" | "no";

function chipOf(value: boolean | null): YesOrNo | null {
  return value === null ? null : value ? "yes" : "no";
}

function chosen(chip: YesOrNo | null): boolean | null {
  return chip === null ? null : chip === "yes";
}

interface FacetSelectProps {
  readonly label: string;
  readonly words: (value: string) => string;
  /** Undefined while they are being counted. */
  readonly facets: ContactFacets["countries"] | undefined;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** No country, zone or kind of line is written like this. */
const ALL = "*";

function FacetSelect({ label, words, facets = [], value, onChange }: FacetSelectProps) {
  // What is filtered by stays to be seen, though no contact is left that has it.
  const missing = value !== null && !facets.some((facet) => facet.value === value);
  return (
    <NativeSelect
      aria-label={label}
      w={152}
      data={[
        { value: ALL, label: `${label}: all` },
        ...facets.map((facet) => ({
          value: facet.value,
          label: `${words(facet.value)} (${formatCount(facet.contacts)})`,
        })),
        ...(missing ? [{ value, label: words(value) }] : []),
      ]}
      value={value ?? ALL}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === ALL ? null : currentTarget.value)
      }
    />
  );
}
