import PQueue from "p-queue";
import type { PeerSetting } from "./messages";

const { url, pace, starts } = JSON.parse(process.argv[2]!) as PeerSetting;
const queue = new PQueue({ intervalCap: 1, interval: 60_000 / pace });
const start = () => fetch(`${url}/peer/p-queue`, { method: "POST" }).then((it) => it.text());
await queue.addAll(Array.from({ length: starts }, () => start));
process.exit(0);
