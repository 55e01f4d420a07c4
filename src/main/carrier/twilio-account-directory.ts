import { phoneNumber, type PhoneNumber } from "../../shared/phone-number";
import type { ConnectionCheck } from "../../shared/settings";
import type { CallerIds, Fault } from "../dialing/ports";
import type { AccountDirectory } from "./account-directory";
import { checkConnection } from "./connection-check";
import type { Connection } from "./connection";
import type { RequestTally } from "./request-tally";
import { faultFrom, faultOf } from "./error-classes";

/** Numbers change when somebody buys one: rarely, and not in this application. */
const NUMBERS_KEPT_MS = 5 * 60_000;
const PAGE_SIZE = 1_000;

const NO_NUMBER: Fault = {
  kind: "account",
  message: "The Twilio account has no number that calls can come from. No call was placed.",
  advice: "Buy a number with voice, or verify one of your own, in the Twilio Console.",
};

type Numbers = Awaited<ReturnType<AccountDirectory["callerIds"]>>;

export class TwilioAccountDirectory implements AccountDirectory {
  private kept: { readonly numbers: Promise<Numbers>; readonly at: number } | null = null;

  constructor(private readonly connection: Connection) {}

  callerIds(): Promise<Numbers> {
    return this.askCallerIds();
  }

  async first(): ReturnType<CallerIds["first"]> {
    const answer = await this.keptCallerIds();
    if (answer.kind === "failed") return answer;
    const [number] = answer.numbers;
    return number === undefined ? { kind: "failed", fault: NO_NUMBER } : { kind: "number", number };
  }

  async balance(): ReturnType<AccountDirectory["balance"]> {
    try {
      const { balance, currency } = await this.connection
        .tally()
        .ask((client) => client.balance.fetch());
      const amount = Number(balance);
      if (!Number.isFinite(amount) || typeof currency !== "string") {
        return { kind: "failed", fault: faultOf({ kind: "unreadable" }) };
      }
      return { kind: "balance", balance: { amount, currency } };
    } catch (thrown) {
      return { kind: "failed", fault: faultFrom(thrown) };
    }
  }

  checkConnection(): Promise<ConnectionCheck> {
    return checkConnection(this.connection, this);
  }

  /** Who asks at the same time shares one answer; a failed or empty one is not kept. */
  private keptCallerIds(): Promise<Numbers> {
    const now = performance.now();
    if (this.kept !== null && now - this.kept.at < NUMBERS_KEPT_MS) return this.kept.numbers;
    const asking = { numbers: this.askCallerIds(), at: now };
    this.kept = asking;
    void asking.numbers.then((answer) => {
      const useless = answer.kind === "failed" || answer.numbers.length === 0;
      if (useless && this.kept === asking) this.kept = null;
    });
    return asking.numbers;
  }

  private async askCallerIds(): Promise<Numbers> {
    const tally = this.connection.tally();
    try {
      const [owned, verified] = await Promise.all([ownedNumbers(tally), verifiedNumbers(tally)]);
      return { kind: "numbers", numbers: [...new Set([...owned, ...verified])] };
    } catch (thrown) {
      return { kind: "failed", fault: faultFrom(thrown) };
    }
  }
}

async function ownedNumbers(tally: RequestTally): Promise<PhoneNumber[]> {
  const page = await tally.ask((c) => c.incomingPhoneNumbers.page({ pageSize: PAGE_SIZE }));
  const speaking = page.instances.filter((row) => canSpeak(row.capabilities));
  return valid(speaking.map((row) => row.phoneNumber));
}

/** Some numbers are for messages only. Where an answer does not say, it may. */
function canSpeak(capabilities: { readonly voice?: boolean } | null | undefined): boolean {
  return capabilities?.voice ?? true;
}

async function verifiedNumbers(tally: RequestTally): Promise<PhoneNumber[]> {
  const page = await tally.ask((c) => c.outgoingCallerIds.page({ pageSize: PAGE_SIZE }));
  return valid(page.instances.map((row) => row.phoneNumber));
}

function valid(numbers: readonly unknown[]): PhoneNumber[] {
  return numbers.flatMap((number) => {
    const parsed = phoneNumber.safeParse(number);
    return parsed.success ? [parsed.data] : [];
  });
}
