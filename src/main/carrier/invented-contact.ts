import { contact, type Contact } from "../../shared/contact";
import type { ScriptStep } from "../../shared/flow";
import { variablesIn } from "./contact-variables";

/** Somebody who has a value for each variable of a script: its name in brackets, for where it goes. */
export function inventedContact(steps: readonly ScriptStep[]): Contact {
  const names = steps.flatMap((step) => ("text" in step ? variablesIn(step.text) : []));
  const own = /^(name|first[\s_-]*name|phone)$/i;
  const variables = names
    .filter((name) => !own.test(name))
    .map((name) => [name, `[${name.replace(/[_-]+/g, " ").toLowerCase()}]`]);
  return contact.parse({
    id: 1,
    name: "Ana Lee",
    // From the range that is kept for fiction.
    phone: "+14155550123",
    variables: Object.fromEntries(variables) as Record<string, string>,
  });
}
