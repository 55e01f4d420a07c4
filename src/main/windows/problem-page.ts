import type { AppError } from "../../shared/app-error";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The page that stands in the window when the application cannot start: what happened, and what to do. */
export function problemPage(error: AppError): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Paceline cannot start</title>
    <style nonce="__CSP_NONCE__">
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 12vh auto; padding: 0 2rem; }
      h1 { font-size: 1.4rem; }
    </style>
  </head>
  <body>
    <main role="alert">
      <h1>Paceline cannot start</h1>
      <p>${escapeHtml(error.message)}</p>
      <p>${escapeHtml(error.advice ?? "Close this window and start Paceline again.")}</p>
    </main>
  </body>
</html>`;
}
