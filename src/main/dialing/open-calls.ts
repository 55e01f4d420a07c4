import type { AttemptId } from "../../shared/ids";
import type { PhoneNumber } from "../../shared/phone-number";
import type { OpenCall } from "./campaign-run";
import type { KnownAttempt } from "./transitions";

/** The attempts that are open on disk. One whose end is still being written is among them. */
export class OpenCalls {
  private readonly calls = new Map<AttemptId, OpenCall>();
  private readonly sids = new Map<string, OpenCall>();
  /** It is not known whether the carrier has them. */
  private readonly lostCalls = new Set<OpenCall>();
  private readonly numbers = new Map<PhoneNumber, number>();

  get size(): number {
    return this.calls.size;
  }

  get(id: AttemptId): OpenCall | undefined {
    return this.calls.get(id);
  }

  bySid(sid: string): OpenCall | undefined {
    return this.sids.get(sid);
  }

  all(): Iterable<OpenCall> {
    return this.calls.values();
  }

  get lost(): ReadonlySet<OpenCall> {
    return this.lostCalls;
  }

  add(call: OpenCall): void {
    this.calls.set(call.attempt.id, call);
    this.update(call, call.attempt);
    call.run.calls.add(call);
    this.hold(call.attempt.to);
  }

  update(call: OpenCall, attempt: KnownAttempt): void {
    call.attempt = attempt;
    if (attempt.sid !== null) this.sids.set(attempt.sid, call);
    const isLost = attempt.state === "ambiguous" || attempt.state === "unresolved";
    if (isLost) this.lostCalls.add(call);
    else this.lostCalls.delete(call);
  }

  remove(call: OpenCall): void {
    if (!this.calls.delete(call.attempt.id)) return;
    if (call.attempt.sid !== null) this.sids.delete(call.attempt.sid);
    call.run.calls.delete(call);
    this.release(call.attempt.to);
  }

  /** Also while a claim is on its way to the disk: see `hold`. */
  isOnCall(number: PhoneNumber): boolean {
    return this.numbers.has(number);
  }

  hold(number: PhoneNumber): void {
    this.numbers.set(number, (this.numbers.get(number) ?? 0) + 1);
  }

  release(number: PhoneNumber): void {
    const held = (this.numbers.get(number) ?? 0) - 1;
    if (held > 0) this.numbers.set(number, held);
    else this.numbers.delete(number);
  }
}

/** The carrier has it, and can be asked what became of it by its SID. */
export function isFollowed({ attempt }: OpenCall): boolean {
  return (
    attempt.state === "queued" || attempt.state === "ringing" || attempt.state === "in_progress"
  );
}
