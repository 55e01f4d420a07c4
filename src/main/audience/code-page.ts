import type { TextEncoding } from "../../shared/audience";

const LANGUAGES: Partial<Record<TextEncoding, string>> = {
  "windows-1250": "bs cs hr hu pl ro sk sl sq",
  "windows-1251": "be bg kk ky mk mn ru sr tg uk",
  "windows-1253": "el",
  "windows-1254": "az tr uz",
  "windows-1255": "he yi",
  "windows-1256": "ar fa ps ur",
  "windows-1257": "et lt lv",
  "windows-1258": "vi",
  "windows-874": "th",
  shift_jis: "ja",
  "euc-kr": "ko",
};

/** The code page in which Windows, and with it Excel, writes where this locale is at home. */
export function codePageOf(locale: string): TextEncoding {
  const { language, script } = new Intl.Locale(locale).maximize();
  if (language === "zh") return script === "Hant" ? "big5" : "gb18030";
  const found = Object.entries(LANGUAGES).find(([, list]) => list.split(" ").includes(language));
  return (found?.[0] as TextEncoding | undefined) ?? "windows-1252";
}
