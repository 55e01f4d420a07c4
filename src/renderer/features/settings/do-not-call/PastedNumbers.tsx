import { Select, Text, Textarea } from "@mantine/core";
import type { AppError } from "../../../../shared/app-error";
import type { PastedCheck } from "../../../../shared/do-not-call";
import { COUNTRIES } from "../../../ui/countries";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { formatNumberOf } from "../../../ui/format";
import styles from "./DoNotCallPage.module.css";
import { useDefaultCountry } from "./home-country";

interface PastedNumbersProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What of the text could be read; null before anything was. */
  readonly check: PastedCheck | null;
  readonly error: AppError | null;
  /** What it comes to, in figures. */
  readonly outcome: string;
}

/** Numbers to type or paste, and what was read of them. */
export function PastedNumbers({ text, onText, check, error, outcome }: PastedNumbersProps) {
  const { country } = useDefaultCountry();
  return (
    <>
      <Textarea
        label="Numbers"
        description="One a line, or with commas between them."
        data-autofocus
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <Select
        label="Default country"
        description="Of numbers without a country code"
        w={280}
        searchable
        allowDeselect={false}
        data={COUNTRIES}
        value={country}
        onChange={(chosen) => {
          if (chosen) useDefaultCountry.setState({ country: chosen });
        }}
      />
      {error && <ErrorNotice error={error} />}
      <Text role="status" className={styles.outcome}>
        {outcome}
      </Text>
      {check && check.refused.length > 0 && <Refused refused={check.refused} />}
    </>
  );
}

const SHOWN = 5;

function Refused({ refused }: Pick<PastedCheck, "refused">) {
  const more = refused.length - SHOWN;
  return (
    <div className={styles.refused}>
      <Text fw={600}>{formatNumberOf(refused.length, "text")} cannot be read as a number:</Text>
      <ul>
        {refused.slice(0, SHOWN).map(({ text, detail }, at) => (
          <li key={at}>
            <bdi>{text}</bdi> – {detail}
          </li>
        ))}
      </ul>
      {more > 0 && <Text>and {formatNumberOf(more, "more", "more")}</Text>}
    </div>
  );
}
