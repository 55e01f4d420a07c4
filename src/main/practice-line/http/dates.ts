/** "Tue, 31 Aug 2010 20:36:28 +0000": how the 2010 interface writes a moment. */
export function rfc2822(moment: number): string {
  return new Date(moment).toUTCString().replace("GMT", "+0000");
}

/** "2010-08-31T20:36:28Z": how the later interfaces write it. */
export function iso8601(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
