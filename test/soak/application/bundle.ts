import path from "node:path";
import { build } from "vite";

/** Where the application of this process's soak is built: inside the project, so that it finds its packages. */
const FOLDER = path.resolve(`.cache/soak/built-${process.pid}`);

const ENTRIES = {
  application: "test/soak/application/child.ts",
  "audience-worker": "src/main/audience/worker.ts",
  "peaks-worker": "src/main/recordings/peaks-worker.ts",
};

/** Builds the application from its sources as `npm run build` does; answers with the folder. */
export async function bundleApplication(): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      target: "node18",
      ssr: true,
      outDir: FOLDER,
      emptyOutDir: true,
      rolldownOptions: {
        input: ENTRIES,
        output: {
          format: "cjs",
          entryFileNames: "[name].cjs",
          chunkFileNames: "chunks/[name]-[hash].cjs",
        },
      },
    },
    ssr: { noExternal: true, external: ["sqlite3", "twilio"] },
  });
  return FOLDER;
}
