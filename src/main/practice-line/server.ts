import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { PracticeClock } from "./clock";
import { Exchange } from "./exchange";
import { practiceListener } from "./http/listener";
import { Journal } from "./journal";
import type { PracticeMix } from "./mix";
import { SoundLibrary } from "./sound-library";

export interface PracticeServerOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where the calls are kept, so that they go on while the line is closed. */
  readonly folder: string;
  /** The folder of the recordings: resources/practice. */
  readonly resources: string;
  readonly mix: PracticeMix;
  readonly clock: PracticeClock;
  /** Makes the calls repeat themselves from one run to the next; null: every call by chance. */
  readonly seed: string | null;
}

export interface PracticeServer {
  /** `http://127.0.0.1:PORT`; `https://HOST/PATH` lies at `/HOST/PATH` below it. */
  readonly url: string;
  setMix(mix: PracticeMix): void;
  close(): Promise<void>;
}

/**
 * Opens a practice line on the loopback interface, on a port that the system picks.
 * `wrap` lets a test stand between the line and its callers.
 */
export async function createPracticeServer(
  options: PracticeServerOptions,
  wrap: (listener: RequestListener) => RequestListener = (listener) => listener,
): Promise<PracticeServer> {
  const { accountSid, clock } = options;
  const library = new SoundLibrary(options.resources);
  const journal = new Journal(options.folder);
  const exchange = new Exchange({ ...options, journal, library });
  const listener = practiceListener({ accountSid, exchange, library, clock }, options);
  const server = createServer(wrap(listener));
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    setMix: (mix) => {
      exchange.mix = mix;
    },
    close: async () => {
      await closed(server);
      journal.close();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
