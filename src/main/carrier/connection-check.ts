import type { ConnectionCheck } from "../../shared/settings";
import type { Fault } from "../dialing/ports";
import type { AccountDirectory } from "./account-directory";
import type { Connection } from "./connection";
import { faultOf, reasonOf } from "./error-classes";
import { failureOf, type RequestFailure } from "./request-failure";

/** Twilio's "Authenticate". */
const WRONG_CREDENTIALS = 20003;

interface AccountState {
  readonly name: string | null;
  readonly status: string;
  readonly trial: boolean;
}

type AccountAnswer =
  | { readonly kind: "account"; readonly account: AccountState }
  | { readonly kind: "failed"; readonly failure: RequestFailure };

/**
 * Asks for the account itself, its numbers and its balance. The account is asked first, as it alone
 * tells that it is suspended or on trial. A standard API key may not read it: then the numbers
 * decide whether the connection works.
 */
export async function checkConnection(
  connection: Connection,
  directory: AccountDirectory,
): Promise<ConnectionCheck> {
  const answer = await askAccount(connection);
  if (answer.kind === "failed" && !mayBeStandardKey(connection, answer.failure)) {
    return failed(accountProblem(connection, answer.failure), null);
  }
  const account = answer.kind === "account" ? answer.account : null;
  const inactive = account === null ? null : inactiveProblem(account);
  if (inactive !== null) return failed(inactive, account);
  const numbers = await directory.callerIds();
  if (numbers.kind === "failed") {
    const words =
      answer.kind === "failed"
        ? accountProblem(connection, answer.failure)
        : wordsOf(numbers.fault);
    return failed(words, account);
  }
  const money = await directory.balance();
  const found = {
    accountName: account?.name ?? null,
    balance: money.kind === "balance" ? money.balance : null,
    callerIds: [...numbers.numbers],
  };
  if (numbers.numbers.length === 0) return { ok: false, ...NO_NUMBERS, ...found };
  return { ok: true, ...(account?.trial === true ? TRIAL : WORKS), ...found };
}

async function askAccount(connection: Connection): Promise<AccountAnswer> {
  const { accountSid } = connection;
  try {
    const row = await connection
      .tally()
      .ask((client) => client.api.v2010.accounts(accountSid).fetch());
    const name = typeof row.friendlyName === "string" ? row.friendlyName : null;
    return { kind: "account", account: { name, status: row.status, trial: row.type === "Trial" } };
  } catch (thrown) {
    return { kind: "failed", failure: failureOf(thrown) };
  }
}

interface Words {
  readonly message: string;
  readonly advice: string | null;
}

const WORKS: Words = { message: "The connection works.", advice: null };

const TRIAL: Words = {
  message: "The connection works. This is a trial account.",
  advice:
    "A trial account may only call numbers that were verified before, at most a few at once, and a notice is played first. Upgrade it in the Twilio Console to call others.",
};

const NO_NUMBERS: Words = {
  message: "The account can be reached, but has no number that calls can come from.",
  advice: "Buy a number with voice, or verify one of your own, in the Twilio Console.",
};

function mayBeStandardKey(connection: Connection, failure: RequestFailure): boolean {
  if (!connection.usesApiKey || failure.kind !== "answered") return false;
  return failure.status === 401 || failure.status === 403;
}

function accountProblem(connection: Connection, failure: RequestFailure): Words {
  if (failure.kind === "answered" && failure.status === 404) {
    return {
      message: "Twilio knows no account with this SID.",
      advice: "Copy the Account SID from the first page of the Twilio Console.",
    };
  }
  const unauthorized = failure.kind === "answered" && failure.status === 401;
  if (unauthorized && (failure.code === null || failure.code === WRONG_CREDENTIALS)) {
    return wrongSecret(connection);
  }
  return wordsOf(faultOf(failure));
}

function wordsOf(fault: Fault): Words {
  if (fault.kind === "account") return { message: fault.message, advice: fault.advice };
  const advice = "Check that this computer is online and may reach api.twilio.com, then try again.";
  return { message: reasonOf(fault), advice };
}

function wrongSecret(connection: Connection): Words {
  return connection.usesApiKey
    ? {
        message: "Twilio does not accept this API key with this secret.",
        advice:
          "Check that the key belongs to this account and has not been deleted. A secret is shown only once: make a new key if it is lost.",
      }
    : {
        message: "Twilio does not accept this auth token for this account.",
        advice: "Copy Account SID and Auth Token anew from the first page of the Twilio Console.",
      };
}

function inactiveProblem({ status }: AccountState): Words | null {
  if (status === "suspended") {
    return {
      message: "The Twilio account is suspended: it can place no calls.",
      advice: "See in the Twilio Console why. Often the balance is used up.",
    };
  }
  if (status === "closed") {
    return {
      message: "The Twilio account is closed: it can place no calls.",
      advice: "Connect another account.",
    };
  }
  return null;
}

function failed({ message, advice }: Words, account: AccountState | null): ConnectionCheck {
  const accountName = account?.name ?? null;
  return { ok: false, message, advice, accountName, balance: null, callerIds: [] };
}
