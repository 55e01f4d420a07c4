/** One figure that was measured, and what it is held against. */
export interface Finding {
  /** Of the bench; several findings may share it. */
  readonly name: string;
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  /** The peer or the limit; null where only the goal counts. */
  readonly against: string | null;
  readonly theirs: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean;
}

export interface BenchOptions {
  /** How long a bench that watches a pace watches it. */
  readonly minutes: number;
}

export interface Bench {
  readonly name: string;
  /** What is measured how, and where a corner is cut. */
  readonly method: string;
  run(options: BenchOptions): Promise<readonly Finding[]>;
}

/** A finding that has a peer's figure beside ours. */
export function beside(
  finding: Omit<Finding, "ratio" | "against" | "theirs">,
  against: string,
  theirs: number,
): Finding {
  return { ...finding, against, theirs, ratio: theirs === 0 ? null : finding.ours / theirs };
}
