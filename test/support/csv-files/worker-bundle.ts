import { fileURLToPath } from "node:url";
import { build } from "vite";

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));

/** Builds the import worker the way the application does, and returns the bundle's path. */
export async function bundleAudienceWorker(): Promise<string> {
  // Inside the project, so that the bundle finds sqlite3; one for each process, as tests run side by side.
  const folder = path(`.cache/test-workers/${process.pid}`);
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      target: "node18",
      ssr: path("src/main/audience/worker.ts"),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { format: "cjs", entryFileNames: "audience-worker.cjs" } },
    },
    ssr: { noExternal: true, external: ["sqlite3"] },
  });
  return `${folder}/audience-worker.cjs`;
}
