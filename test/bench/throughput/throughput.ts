import { beside, type Bench, type Finding } from "../bench";
import { median } from "../median";
import { contactsPerSecond } from "./ours";
import { jobsPerSecond, peersFolder, PEERS, type Peer } from "./peers";

const ROUNDS = 3;
const CONTACTS = 20_000;

export const throughputBench: Bench = {
  name: "throughput",
  method:
    `median of ${ROUNDS} rounds in turn: ${CONTACTS} contacts claimed, placed with a carrier in this ` +
    "process, followed and completed by the dialer on its store, in virtual time, beside jobs that " +
    "do nothing, one a call. All of them in WAL mode with synchronous = full, so that nothing is " +
    "lost at a power cut; as they come, plainjob has normal and better-queue-sqlite off.",
  run: async () => {
    const folder = peersFolder();
    if (folder === null) console.log("The peers could not be installed: ours is measured alone.");
    const ours: number[] = [];
    const theirs = new Map<Peer, number[]>(PEERS.map((peer) => [peer, []]));
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await contactsPerSecond(CONTACTS));
      if (folder === null) continue;
      for (const [peer, figures] of theirs) figures.push(await jobsPerSecond(folder, peer));
    }
    return folder === null ? [alone(median(ours))] : findings(median(ours), theirs);
  },
};

const alone = (ours: number): Finding => ({
  ...measured(ours, false),
  against: null,
  theirs: null,
  ratio: null,
});

function findings(ours: number, theirs: ReadonlyMap<Peer, readonly number[]>): Finding[] {
  return [...theirs].map(([peer, figures]) => {
    const figure = median(figures);
    return beside(measured(ours, ours >= figure), peer, figure);
  });
}

function measured(ours: number, met: boolean) {
  const what = "contacts ended, durably";
  return { name: "throughput", what, ours, unit: "/s", goal: "≥ the faster peer", met };
}
