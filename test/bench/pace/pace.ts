import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchPaceline } from "../../support/electron";
import { beside, type Bench, type Finding } from "../bench";
import { startCampaign } from "./campaign";
import { keepingOf, type Keeping } from "./keeping";
import type { CarrierSetting, FromCarrier, PeerSetting, ToCarrier } from "./messages";
import { nextMessage, runFile } from "../process";

const peers = { bottleneck: "pace/peer-bottleneck.ts", "p-queue": "pace/peer-p-queue.ts" } as const;
type Contender = "ours" | keyof typeof peers;

/** Contacts beyond those that the time allows to call, so that the campaign does not run dry. */
const spareContacts = 10;

export const paceBench = (pace: number): Bench => ({
  name: `pace-${pace}`,
  method:
    `a campaign of the application at ${pace} a minute, store and HTTP included, beside ` +
    "bottleneck and p-queue that only send a request; starts are timed where they arrive. All " +
    "numbers are busy: no recordings.",
  run: async ({ minutes }) => {
    const moments = await race(pace, minutes);
    return findings(pace, {
      ours: keepingOf(moments.ours ?? [], pace),
      bottleneck: keepingOf(moments.bottleneck ?? [], pace),
      "p-queue": keepingOf(moments["p-queue"] ?? [], pace),
    });
  },
});

/** All at once, so that each has the same machine under it. Answers with the moments of starts. */
async function race(pace: number, minutes: number): Promise<Record<string, readonly number[]>> {
  const folder = await mkdtemp(path.join(tmpdir(), "paceline-bench-"));
  const setting: CarrierSetting = {
    accountSid: `AC${"0".repeat(32)}`,
    authToken: "bench",
    folder: path.join(folder, "carrier"),
  };
  const carrier = runFile("pace/carrier.ts", setting);
  try {
    const { url } = await nextMessage<FromCarrier & { kind: "open" }>(carrier);
    const paceline = await launchPaceline({
      dataDir: path.join(folder, "store"),
      env: {
        PACELINE_CARRIER_URL: url,
        TWILIO_ACCOUNT_SID: setting.accountSid,
        TWILIO_AUTH_TOKEN: setting.authToken,
      },
    });
    const starts = Math.ceil(pace * minutes);
    await startCampaign(paceline.page, folder, { contacts: starts + spareContacts, pace });
    const running = Object.values(peers).map((file) =>
      runFile(file, { url, pace, starts } satisfies PeerSetting),
    );
    await new Promise((done) => setTimeout(done, minutes * 60_000));
    carrier.send({ kind: "tell-moments" } satisfies ToCarrier);
    const { moments } = await nextMessage<FromCarrier & { kind: "moments" }>(carrier);
    for (const peer of running) peer.kill();
    await paceline.close();
    return moments;
  } finally {
    carrier.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

function findings(pace: number, kept: Readonly<Record<Contender, Keeping>>): Finding[] {
  const name = `pace-${pace}`;
  const { ours } = kept;
  const perMinute = {
    name,
    what: "starts a minute",
    ours: ours.perMinute,
    unit: "/min",
    goal: `≥ ${pace * 0.99}`,
    met: ours.perMinute >= pace * 0.99,
  };
  const mostInAnyMinute = {
    name,
    what: "most starts in any 60 s",
    ours: ours.mostInAnyMinute,
    unit: "starts",
    goal: `≤ ${pace}`,
    met: ours.starts > 0 && ours.mostInAnyMinute <= pace,
  };
  const delay = {
    name,
    what: "delay of a start, p99",
    ours: ours.delayP99Ms,
    unit: "ms",
    goal: "≤ 50 ms",
    met: ours.starts > 0 && ours.delayP99Ms <= 50,
  };
  return (Object.keys(peers) as (keyof typeof peers)[]).flatMap((peer) => [
    beside(perMinute, peer, kept[peer].perMinute),
    beside(mostInAnyMinute, peer, kept[peer].mostInAnyMinute),
    beside(delay, peer, kept[peer].delayP99Ms),
  ]);
}
