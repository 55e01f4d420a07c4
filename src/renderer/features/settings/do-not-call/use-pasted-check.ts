import { useDebouncedValue } from "@mantine/hooks";
import { useRequest } from "../../../api/use-request";
import { useDefaultCountry } from "./home-country";

/** Long enough to finish a number, short enough not to be waited for. */
const TYPING_PAUSE_MS = 200;

/** Reads numbers while they are typed or pasted, and says how many of them are on the list. */
export function usePastedCheck(text: string) {
  const defaultCountry = useDefaultCountry((state) => state.country);
  const [typed] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const isEmpty = typed.trim() === "";
  const asked = useRequest("doNotCall.check", isEmpty ? "skip" : { text: typed, defaultCountry });
  return {
    pasted: { text, defaultCountry },
    check: isEmpty ? null : asked.value,
    error: asked.error,
    /** What is told is of the text as it stands. */
    isCurrent: typed === text && !asked.loading,
  };
}
