import { NativeSelect } from "@mantine/core";
import type { ChosenFormat, CsvFormat, TextEncoding } from "../../../../shared/audience";

interface TextFormatFieldsProps {
  readonly format: CsvFormat;
  readonly disabled: boolean;
  readonly onFormat: (change: ChosenFormat) => void;
}

export function TextFormatFields({ format, disabled, onFormat }: TextFormatFieldsProps) {
  return (
    <>
      <NativeSelect
        label="Encoding"
        w={216}
        disabled={disabled}
        data={ENCODINGS}
        value={format.encoding}
        onChange={(event) => onFormat({ encoding: event.currentTarget.value as TextEncoding })}
      />
      <NativeSelect
        label="Delimiter"
        w={120}
        disabled={disabled}
        data={DELIMITERS}
        value={format.delimiter}
        onChange={(event) =>
          onFormat({ delimiter: event.currentTarget.value as CsvFormat["delimiter"] })
        }
      />
      <NativeSelect
        label="Quote"
        w={136}
        disabled={disabled}
        data={QUOTES}
        value={format.quote}
        onChange={(event) => onFormat({ quote: event.currentTarget.value as CsvFormat["quote"] })}
      />
    </>
  );
}

const ENCODING_WORDS: Readonly<Record<TextEncoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252 (Western)",
  "windows-1250": "Windows-1250 (Central Europe)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1253": "Windows-1253 (Greek)",
  "windows-1254": "Windows-1254 (Turkish)",
  "windows-1255": "Windows-1255 (Hebrew)",
  "windows-1256": "Windows-1256 (Arabic)",
  "windows-1257": "Windows-1257 (Baltic)",
  "windows-1258": "Windows-1258 (Vietnamese)",
  "windows-874": "Windows-874 (Thai)",
  "iso-8859-2": "ISO-8859-2 (Central Europe)",
  "iso-8859-5": "ISO-8859-5 (Cyrillic)",
  "koi8-r": "KOI8-R (Russian)",
  macintosh: "Mac OS Roman",
  cp850: "DOS 850 (Western)",
  shift_jis: "Shift JIS (Japanese)",
  "euc-jp": "EUC-JP (Japanese)",
  gb18030: "GB 18030 (Chinese)",
  big5: "Big5 (Chinese, traditional)",
  "euc-kr": "EUC-KR (Korean)",
};

const ENCODINGS = Object.entries(ENCODING_WORDS).map(([value, label]) => ({ value, label }));

const DELIMITERS: { value: CsvFormat["delimiter"]; label: string }[] = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Bar |" },
];

const QUOTES: { value: CsvFormat["quote"]; label: string }[] = [
  { value: '"', label: 'Quotes "' },
  { value: "'", label: "Apostrophes '" },
  { value: "", label: "None" },
];
