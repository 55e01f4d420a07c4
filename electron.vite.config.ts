import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

/**
 * What runs in the main process, and in the worker threads that it starts: each is a file of its
 * own, out/main/NAME.cjs. A worker's path is built from `app.getAppPath()`, never from `__dirname`,
 * which points into out/main/chunks/ for code that several entries share.
 */
const mainEntries = {
  index: "src/main/index.ts",
  "practice-line-worker": "src/main/practice-line/worker.ts",
  "audience-worker": "src/main/audience/worker.ts",
  "peaks-worker": "src/main/recordings/peaks-worker.ts",
};

/** CommonJS for Node 18: Electron 25, on which the tests may run, loads no ES module as its main. */
const commonJs = {
  format: "cjs" as const,
  entryFileNames: "[name].cjs",
  chunkFileNames: "chunks/[name]-[hash].cjs",
};

export default defineConfig({
  // Packages under `dependencies` (sqlite3, twilio) stay outside; all others are bundled, as some
  // of them are ES modules only.
  main: {
    build: {
      target: "node18",
      sourcemap: true,
      rolldownOptions: {
        input: mainEntries,
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: "node18",
      rolldownOptions: { input: { index: "src/preload/index.ts" }, output: commonJs },
    },
  },
  renderer: {
    plugins: [react()],
    build: {
      target: "chrome114",
      minify: true,
      rolldownOptions: { input: "src/renderer/index.html" },
    },
  },
});
