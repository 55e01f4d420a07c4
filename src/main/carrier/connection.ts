import type { Twilio } from "twilio";
import type { Instant } from "../../shared/instant";
import type { Credentials } from "../../shared/settings";
import { CarrierClock } from "./carrier-clock";
import { FailureReasons } from "./failure-reasons";
import { loadSdk } from "./load-sdk";
import { REQUEST_TIME_OUT_MS, requestClient } from "./request-client";
import { RequestTally } from "./request-tally";

/** `apiKeySid` null: `secret` is the account's auth token. */
export interface ConnectionOptions extends Credentials {
  /** Of another server that stands in for Twilio, as `parseCarrierUrl` returns it; null: Twilio. */
  readonly baseUrl: string | null;
  readonly now?: () => Instant;
  /** Milliseconds after which a request counts as unanswered; left out: 30 s. */
  readonly requestTimeOut?: number | undefined;
}

/** The way to one account. Nothing is loaded or sent before the first request. */
export class Connection {
  readonly accountSid: string;
  readonly baseUrl: string | null;
  readonly clock: CarrierClock;
  readonly failureReasons: FailureReasons;
  private readonly options: ConnectionOptions;
  private client: Twilio | null = null;
  private sent = 0;

  constructor(options: ConnectionOptions) {
    this.options = options;
    this.accountSid = options.accountSid;
    this.baseUrl = options.baseUrl;
    this.clock = new CarrierClock(options.now ?? Date.now);
    this.failureReasons = new FailureReasons(() => this.clock.here());
  }

  /** Requests made so far, media apart. */
  get requests(): number {
    return this.sent;
  }

  get usesApiKey(): boolean {
    return this.options.apiKeySid !== null;
  }

  /** Counts the requests of one piece of work. */
  tally(): RequestTally {
    return new RequestTally(() => {
      this.client ??= this.connected();
      this.sent += 1;
      return this.client;
    });
  }

  authorization(): string {
    const { accountSid, apiKeySid, secret } = this.options;
    return `Basic ${Buffer.from(`${apiKeySid ?? accountSid}:${secret}`).toString("base64")}`;
  }

  private connected(): Twilio {
    const twilio = loadSdk();
    const { accountSid, apiKeySid, secret, baseUrl, requestTimeOut } = this.options;
    return twilio(apiKeySid ?? accountSid, secret, {
      accountSid,
      httpClient: requestClient(twilio.RequestClient, {
        baseUrl,
        clock: this.clock,
        timeOut: requestTimeOut ?? REQUEST_TIME_OUT_MS,
      }),
    });
  }
}
