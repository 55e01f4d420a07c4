import type { CallOrder, Carrier } from "../dialing/ports";
import type { MediaCarrier } from "../recordings/ports";
import type { AccountDirectory } from "./account-directory";
import type { InstructionsFor } from "./call-instructions";
import { cancelQueued } from "./cancelling";
import { Connection, type ConnectionOptions } from "./connection";
import { followCalls } from "./following";
import { MachineReactions } from "./machine-reactions";
import { placeCall } from "./placing";
import { downloadRecording } from "./recording-download";
import { recordingOf } from "./recordings";
import { searchCalls } from "./searching";
import { fetchTranscript, requestTranscript } from "./transcripts";
import { TwilioAccountDirectory } from "./twilio-account-directory";

export interface TwilioCarrierOptions extends ConnectionOptions {
  readonly instructionsFor: InstructionsFor;
}

export interface TwilioCarrier extends Carrier, MediaCarrier, AccountDirectory {
  /** Requests made since the start, sound files apart. */
  readonly requests: number;
}

/** Twilio behind the ports: the same code for Twilio, the practice line and any other stand-in. */
export function createTwilioCarrier(options: TwilioCarrierOptions): TwilioCarrier {
  const connection = new Connection(options);
  const reactions = new MachineReactions();
  const directory = new TwilioAccountDirectory(connection);
  return {
    get requests() {
      return connection.requests;
    },
    place: (order: CallOrder) => placeCall(connection, reactions, options.instructionsFor, order),
    reports: (calls) => followCalls(connection, reactions, calls),
    search: (lost) => searchCalls(connection, lost),
    cancelQueued: (sid) => cancelQueued(connection, sid),
    recordingOf: (callSid) => recordingOf(connection, callSid),
    download: (recordingSid, path) => downloadRecording(connection, recordingSid, path),
    requestTranscript: (service, recording) => requestTranscript(connection, service, recording),
    transcript: (sid, customerTrack) => fetchTranscript(connection, sid, customerTrack),
    first: () => directory.first(),
    callerIds: () => directory.callerIds(),
    balance: () => directory.balance(),
    checkConnection: () => directory.checkConnection(),
  };
}

/** For credentials that are only being tried out. */
export function createAccountDirectory(options: ConnectionOptions): AccountDirectory {
  return new TwilioAccountDirectory(new Connection(options));
}
