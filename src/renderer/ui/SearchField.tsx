import { CloseButton, TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef } from "react";

interface SearchFieldProps {
  /** What is searched: "Search campaigns". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number;
}

/** The list's search. The key / goes to it, Escape empties it. */
export function SearchField({ label, value, onChange, width = 240 }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([["/", () => input.current?.focus()]]);

  return (
    <TextInput
      ref={input}
      type="text"
      role="searchbox"
      aria-label={label}
      placeholder={`${label} (/)`}
      w={width}
      maxLength={200}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        value && (
          <CloseButton size="xs" aria-label="Empty the search" onClick={() => onChange("")} />
        )
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onChange("");
      }}
    />
  );
}
