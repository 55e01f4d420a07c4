import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** A project for each kind of test, so that `npm test -- unit` runs that kind alone. */
const kinds = ["unit", "integration", "contract"];

export default defineConfig({
  plugins: [react()],
  test: {
    projects: kinds.map((name) => ({
      extends: true as const,
      test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`] },
    })),
  },
});
