import path from "node:path";

/** What people call something, without the signs that Windows does not take in a file's name. */
export function fileNameOf(name: string, otherwise: string): string {
  return path.basename(name.replace(/[<>:"/\\|?*\p{Cc}]/gu, " ").trim()) || otherwise;
}
