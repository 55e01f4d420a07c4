/** What the page's Content-Security-Policy wants on every style element that is made at run time. */
export const cspNonce: string =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
