const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });

/** Languages in which the carrier's voices speak; there are more, these are asked for most. */
const CODES = [
  "en-US",
  "en-GB",
  "en-AU",
  "en-IN",
  "ar-AE",
  "da-DK",
  "de-DE",
  "es-ES",
  "es-MX",
  "es-US",
  "fi-FI",
  "fr-CA",
  "fr-FR",
  "hi-IN",
  "it-IT",
  "ja-JP",
  "ko-KR",
  "nb-NO",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "ru-RU",
  "sv-SE",
  "tr-TR",
];

export const LANGUAGES = CODES.map((code) => ({ value: code, label: names.of(code) ?? code }));
