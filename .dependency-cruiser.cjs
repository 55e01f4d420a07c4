/**
 * Who may import whom: docs/architecture.md gives the reasons. `npm run check -- architecture`.
 */

/** Files under `from` see, of our own files, themselves and `allowed`; and only `packages`, if given. */
const only = (from, allowed, packages) => [
  {
    name: `only-its-neighbours: ${from}`,
    severity: "error",
    from: { path: `^src/${from}` },
    to: { path: "^(src|test)/", pathNot: [from, ...allowed].map((path) => `^src/${path}`) },
  },
  ...(packages === undefined
    ? []
    : [
        {
          name: `only-its-packages: ${from}`,
          severity: "error",
          from: { path: `^src/${from}` },
          to: {
            pathNot: ["^(src|test)/", ...packages.map((name) => `^node_modules/${name}/`)],
          },
        },
      ]),
];

/** A package with few homes can be replaced, and its odd ways stay there. */
const confine = (name, homes) => ({
  name: `confined: ${name}`,
  severity: "error",
  from: { path: "^src/", pathNot: homes.map((home) => `^src/${home}`) },
  to: { path: `^(node_modules/)?${name}(/|$)` },
});

const ports = ["main/dialing/ports\\.ts$", "main/recordings/ports\\.ts$"];

module.exports = {
  forbidden: [
    ...only("shared/", [], ["zod", "temporal-polyfill"]),
    ...only("main/dialing/", ["shared/"], []),
    ...only("main/storage/", ["shared/", ...ports]),
    ...only("main/carrier/", ["shared/", ...ports]),
    ...only("main/audience/", ["shared/", ...ports, "main/files/", "main/storage/index\\.ts$"]),
    ...only("main/files/", ["shared/"]),
    ...only("main/recordings/", ["shared/", ...ports]),
    ...only("main/practice-line/", []),
    ...only("main/secrets/", ["shared/", "main/api/account\\.ts$"]),
    ...only("main/ipc/", ["shared/", "main/windows/"]),
    ...only("main/windows/", ["shared/", "main/api/file-dialogs\\.ts$"]),
    ...only("main/", ["shared/"]),
    ...only("preload/", ["shared/"], ["electron", "zod"]),
    ...only("renderer/", ["shared/"]),
    ...only("renderer/api/", ["shared/"]),
    ...only("renderer/ui/", ["shared/"]),
    ...only("renderer/importing/", ["shared/", "renderer/api/", "renderer/ui/"]),
    ...only("renderer/calling-hours/", ["shared/", "renderer/ui/"]),
    ...only("renderer/player/", ["shared/", "renderer/api/", "renderer/ui/"]),
    {
      name: "features-do-not-import-each-other",
      comment: "What two features need belongs into ui (without the domain) or api.",
      severity: "error",
      from: { path: "^src/renderer/features/([^/]+)/" },
      to: { path: "^src/renderer/(features|app)/", pathNot: "^src/renderer/features/$1/" },
    },
    {
      name: "only-the-composition-root-wires",
      comment: "app.ts and what starts it are seen by nobody below them.",
      severity: "error",
      from: { path: "^src/main/[^/]+/" },
      to: { path: "^src/main/(app|index|desktop-application)\\.ts$" },
    },
    {
      name: "rooms-are-entered-by-their-door",
      comment: "What a room gives to others is what its index.ts exports, and its ports.",
      severity: "error",
      from: { path: "^src/main/([^/]+)" },
      to: {
        path: "^src/main/(storage|carrier|audience|recordings)/",
        pathNot: ["^src/main/$1/", "/(index|ports)\\.ts$"],
      },
    },
    confine("twilio", ["main/carrier/"]),
    confine("kysely", ["main/storage/"]),
    confine("sqlite3", ["main/storage/"]),
    confine("electron", [
      "main/index\\.ts$",
      "main/desktop-application\\.ts$",
      "main/windows/",
      "main/ipc/",
      "main/secrets/",
      "preload/",
    ]),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" },
      to: {},
    },
    {
      name: "no-undeclared-packages",
      severity: "error",
      from: { path: "^(src|test)/", pathNot: "^test/bench/start/empty-window/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "A bench installs its peers in a folder of their own, when it is run.",
      from: { pathNot: "^test/bench/throughput/peers/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require"] },
    moduleSystems: ["es6", "cjs"],
  },
};
