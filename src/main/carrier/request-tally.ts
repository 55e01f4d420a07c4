import type { Twilio } from "twilio";

/** Counts the requests of one piece of work. */
export class RequestTally {
  /** Requests made for this piece of work. */
  count = 0;

  constructor(private readonly client: () => Twilio) {}

  /** `request` makes exactly one HTTP request. */
  async ask<T>(request: (client: Twilio) => Promise<T>): Promise<T> {
    const client = this.client();
    this.count += 1;
    return request(client);
  }
}
