import type { Contact } from "../../shared/contact";

/** `{{ First Name }}`, `{{first_name}}` and `{{FIRST-NAME}}` mean the same. */
const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;

function key(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "_");
}

/** Every variable that a text holds, as it is written there. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
}

/** What a contact has for a variable; null when it has nothing. */
export type Values = (name: string) => string | null;

export function valuesOf(contact: Contact): Values {
  const values = new Map<string, string>();
  values.set("first_name", contact.name.trim().split(/\s+/)[0] ?? "");
  for (const [name, value] of Object.entries(contact.variables)) values.set(key(name), value);
  values.set("name", contact.name);
  values.set("phone", contact.phone);
  return (name) => {
    const value = values.get(key(name))?.trim() ?? "";
    return value === "" ? null : value;
  };
}

/**
 * Fills a text in. A variable that is missing is added to `missing`, once, and left out of the
 * text together with the space that it leaves behind.
 */
export function fillIn(text: string, values: Values, missing: Set<string>): string {
  const filled = text.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = values(name);
    if (value === null) missing.add(key(name));
    return value ?? "";
  });
  return filled
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .trim();
}
