import { AppFailure } from "../../shared/app-error";
import type { ConnectionCheck, Credentials } from "../../shared/settings";
import type { AccountDirectory } from "../carrier";

/** Where credentials are kept, sealed. */
export interface CredentialStore {
  /** Whether the system has a key store; without one nothing is kept. */
  available(): boolean;
  /** Null when none are kept, or when the key store no longer opens them. */
  read(): Promise<Credentials | null>;
  keep(credentials: Credentials): Promise<void>;
  forget(): Promise<void>;
}

export interface AccountAccessOptions {
  readonly credentials: CredentialStore;
  /** The account in force. */
  readonly inForce: AccountDirectory;
  /** The account that these credentials would open. */
  open(credentials: Credentials): AccountDirectory;
  /** Starts the application again: which carrier is called is fixed while it runs. */
  restart(): void;
}

/** Connecting to a Twilio account, and leaving it. */
export class AccountAccess {
  constructor(private readonly options: AccountAccessOptions) {}

  check(credentials: Credentials | null): Promise<ConnectionCheck> {
    const account = credentials ? this.options.open(credentials) : this.options.inForce;
    return account.checkConnection();
  }

  /** @throws AppFailure when the account cannot be reached with them; nothing is kept then */
  async connect(credentials: Credentials): Promise<void> {
    const check = await this.check(credentials);
    if (!check.ok) {
      throw new AppFailure({
        kind: "carrier",
        message: `Not connected: ${check.message}`,
        ...(check.advice ? { advice: check.advice } : {}),
      });
    }
    await this.options.credentials.keep(credentials);
    this.options.restart();
  }

  async disconnect(): Promise<void> {
    await this.options.credentials.forget();
    this.options.restart();
  }
}
