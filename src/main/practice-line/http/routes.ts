import {
  fetchAccount,
  fetchBalance,
  listIncomingPhoneNumbers,
  listOutgoingCallerIds,
} from "./account";
import { createCall, fetchCall, listCalls, updateCall } from "./calls";
import { listNotifications } from "./notifications";
import { API_HOST, INTELLIGENCE_HOST, type PracticeLine } from "./practice-line";
import {
  deleteRecording,
  fetchMedia,
  fetchRecording,
  listRecordings,
  listRecordingsOfCall,
} from "./recordings";
import { notFound, refusal, type Reply } from "./reply";
import type { PracticeRequest } from "./request";
import {
  createTranscript,
  fetchTranscript,
  listOperatorResults,
  listSentences,
  listServices,
  listTranscripts,
} from "./transcripts";
import { listUsage } from "./usage";

/** `sid` is what stands at `:sid` in the path, or empty. */
type Answer = (line: PracticeLine, request: PracticeRequest, sid: string) => Reply;

interface Route {
  readonly method: string;
  readonly host: string;
  readonly path: RegExp;
  readonly answer: Answer;
}

const ROUTES: readonly Route[] = [
  api("GET", ".json", fetchAccount),
  api("GET", "/Balance.json", fetchBalance),
  api("GET", "/IncomingPhoneNumbers.json", listIncomingPhoneNumbers),
  api("GET", "/OutgoingCallerIds.json", listOutgoingCallerIds),
  api("GET", "/Usage/Records.json", listUsage),
  api("POST", "/Calls.json", createCall),
  api("GET", "/Calls.json", listCalls),
  api("GET", "/Calls/:sid.json", fetchCall),
  api("POST", "/Calls/:sid.json", updateCall),
  api("GET", "/Calls/:sid/Notifications.json", listNotifications),
  api("GET", "/Calls/:sid/Recordings.json", listRecordingsOfCall),
  api("GET", "/Recordings.json", listRecordings),
  api("GET", "/Recordings/:sid.json", fetchRecording),
  api("GET", "/Recordings/:sid.wav", fetchMedia),
  api("GET", "/Recordings/:sid", fetchMedia),
  api("DELETE", "/Recordings/:sid.json", deleteRecording),
  intelligence("GET", "/Services", listServices),
  intelligence("POST", "/Transcripts", createTranscript),
  intelligence("GET", "/Transcripts", listTranscripts),
  intelligence("GET", "/Transcripts/:sid", fetchTranscript),
  intelligence("GET", "/Transcripts/:sid/Sentences", listSentences),
  intelligence("GET", "/Transcripts/:sid/OperatorResults", listOperatorResults),
];

function api(method: string, path: string, answer: Answer): Route {
  return route(method, API_HOST, `/2010-04-01/Accounts/AC[0-9a-f]{32}${pattern(path)}`, answer);
}

function intelligence(method: string, path: string, answer: Answer): Route {
  return route(method, INTELLIGENCE_HOST, `/v2${pattern(path)}`, answer);
}

function route(method: string, host: string, path: string, answer: Answer): Route {
  return { method, host, path: new RegExp(`^${path}$`), answer };
}

function pattern(path: string): string {
  return path.replace(/\./g, "\\.").replace(":sid", "(?<sid>[A-Z]{2}[0-9a-f]{32})");
}

export function answer(line: PracticeLine, request: PracticeRequest): Reply {
  const refused = refusedAccount(line, request);
  if (refused !== null) return refused;
  const here = ROUTES.filter(({ host, path }) => host === request.host && path.test(request.path));
  const route = here.find(({ method }) => method === request.method);
  if (route === undefined) {
    return here.length === 0 ? notFound(request.path) : refusal(405, 20004, "Method not allowed");
  }
  const sid = route.path.exec(request.path)?.groups?.sid ?? "";
  return route.answer(line, request, sid);
}

/** An account sees nothing but its own. */
function refusedAccount(line: PracticeLine, request: PracticeRequest): Reply | null {
  const named = /^\/2010-04-01\/Accounts\/([^/.]+)/.exec(request.path)?.[1];
  return named === undefined || named === line.accountSid ? null : notFound(request.path);
}
