import Bottleneck from "bottleneck";
import type { PeerSetting } from "./messages";

const { url, pace, starts } = JSON.parse(process.argv[2]!) as PeerSetting;
const limiter = new Bottleneck({ minTime: 60_000 / pace });
const start = () => fetch(`${url}/peer/bottleneck`, { method: "POST" }).then((it) => it.text());
await Promise.all(Array.from({ length: starts }, () => limiter.schedule(start)));
process.exit(0);
