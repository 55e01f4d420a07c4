import "@mantine/core/styles.css";
import "./ui/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import { App } from "./app/App";
import { cspNonce } from "./ui/csp-nonce";

declare global {
  interface Window {
    /** Where the packages that make style elements look for the nonce. */
    __webpack_nonce__: string;
  }
}

window.__webpack_nonce__ = cspNonce;

// The page may not evaluate text as code, which zod's compiled parsers do.
config({ jitless: true });

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root element.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
