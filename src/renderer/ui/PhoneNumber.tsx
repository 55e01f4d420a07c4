import type { ClipboardEvent } from "react";
import { formatPhone } from "./phone-number";

interface PhoneNumberProps {
  /** E.164: it is what the tip says and what is copied. */
  readonly children: string;
  readonly className?: string | undefined;
}

/** A phone number in groups that can be read aloud. */
export function PhoneNumber({ children: e164, className }: PhoneNumberProps) {
  const copyE164 = (event: ClipboardEvent) => {
    event.clipboardData.setData("text/plain", e164);
    event.preventDefault();
  };
  return (
    <span className={className} dir="ltr" title={e164} onCopy={copyE164}>
      {formatPhone(e164)}
    </span>
  );
}
