import { create } from "zustand";

/** Of this computer's language: "US". */
const HOME = new Intl.Locale(navigator.language).maximize().region ?? "US";

/** The default country that was chosen last, which is mostly the next one too. */
export const useDefaultCountry = create<{ readonly country: string }>(() => ({ country: HOME }));
