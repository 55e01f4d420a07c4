import { sql } from "kysely";
import { z } from "zod";
import {
  transcriptLine,
  type Attempt,
  type CallPage,
  type CallQuery,
  type RecordedCall,
} from "../../../shared/call";
import type { AttemptId, CampaignId, ContactId } from "../../../shared/ids";
import { AppFailure } from "../../../shared/app-error";
import { missing } from "../failures";
import type { Handles } from "../schema";
import { callPage } from "./call-page";

/** A recording that is there, and what is known of its words. */
export interface StoredRecording extends Pick<
  RecordedCall,
  | "attemptId"
  | "durationSeconds"
  | "summary"
  | "transcript"
  | "transcriptState"
  | "transcriptProblem"
> {
  readonly campaignId: CampaignId;
  /** Name of the file under the recordings folder. */
  readonly fileName: string;
}

export class CallRepository {
  readonly #handles: Handles;

  constructor(handles: Handles) {
    this.#handles = handles;
  }

  page(query: CallQuery): Promise<CallPage> {
    return callPage(this.#handles.reading, query);
  }

  /** Oldest first; those that do not count are among them. */
  async attempts(campaignId: CampaignId, contactId: ContactId): Promise<Attempt[]> {
    const { rows } = await sql<Attempt>`
      select attempt.id, attempt.number, attempt.state, attempt.outcome, attempt.reason,
        attempt.to_number as "to", attempt.from_number as "from",
        attempt.intent_at as startedAt, attempt.answered_at as answeredAt,
        attempt.ended_at as endedAt, attempt.duration_seconds as durationSeconds,
        coalesce(recording.state, 'none') as recording, recording.problem as recordingProblem
      from attempt left join recording on recording.attempt_id = attempt.id
      where attempt.campaign_id = ${campaignId} and attempt.contact_id = ${contactId}
      order by attempt.id`.execute(this.#handles.reading);
    return rows;
  }

  /** @throws AppFailure when there is none, or it is not fetched yet */
  async recorded(id: AttemptId): Promise<StoredRecording> {
    const row = await this.#handles.reading
      .selectFrom("recording")
      .innerJoin("attempt", "attempt.id", "recording.attempt_id")
      .select([
        "attempt.campaign_id as campaignId",
        "recording.state",
        "recording.problem",
        "recording.file_name as fileName",
        "recording.duration_seconds as durationSeconds",
        "recording.summary",
        "recording.transcript",
        "recording.transcript_state as transcriptState",
        "recording.transcript_problem as transcriptProblem",
      ])
      .where("attempt_id", "=", id)
      .executeTakeFirst();
    if (row === undefined) throw missing("The recording");
    if (row.fileName === null) throw notThere(row.problem);
    return {
      attemptId: id,
      campaignId: row.campaignId,
      fileName: row.fileName,
      durationSeconds: row.durationSeconds ?? 0,
      summary: row.summary,
      transcript:
        row.transcript === null ? [] : z.array(transcriptLine).parse(JSON.parse(row.transcript)),
      // Whether it was asked for already makes no difference to who waits for it.
      transcriptState: row.transcriptState === "requested" ? "awaited" : row.transcriptState,
      transcriptProblem: row.transcriptProblem,
    };
  }
}

function notThere(problem: string | null): AppFailure {
  return problem === null
    ? new AppFailure({
        kind: "refused",
        message: "The recording has not been fetched yet.",
        advice: "It comes by itself once the carrier has it ready.",
      })
    : new AppFailure({ kind: "not-found", message: `There is no recording: ${problem}` });
}
