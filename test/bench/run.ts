import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Bench, Finding } from "./bench";
import { contactTableBench } from "./contacts/contacts";
import { importBench } from "./import/import";
import { liveBench } from "./live/live";
import { memoryBench } from "./memory/memory";
import { paceBench } from "./pace/pace";
import { requestsBench } from "./requests/requests";
import { startBench, startWithManyBench } from "./start/start";
import { table } from "./table";
import { throughputBench } from "./throughput/throughput";
import { virtualTimeBench } from "./virtual-time/virtual-time";

const benches: readonly Bench[] = [
  startBench,
  startWithManyBench,
  liveBench,
  contactTableBench,
  memoryBench,
  importBench,
  throughputBench,
  requestsBench,
  virtualTimeBench,
  ...[10, 60, 600, 1800].map(paceBench),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "2" },
    json: { type: "string" },
  },
});
const minutes = Number(values.minutes);
const unknown = positionals.find((name) => !benches.some((bench) => bench.name === name));
if (unknown !== undefined || !(minutes > 0)) {
  const names = benches.map((bench) => bench.name).join(", ");
  console.error(
    unknown === undefined
      ? "--minutes must be a number above 0."
      : `There is no bench "${unknown}". There are: ${names}.`,
  );
  process.exit(1);
}

const findings: Finding[] = [];
for (const bench of benches) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  console.log(`${bench.name}: ${bench.method}`);
  findings.push(...(await bench.run({ minutes })));
}
console.log(`\n${table(findings)}`);
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify(findings, null, 2)}\n`);
}
if (findings.some((finding) => !finding.met)) process.exitCode = 1;
