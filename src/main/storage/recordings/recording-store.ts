import { sql } from "kysely";
import type { AttemptId } from "../../../shared/ids";
import type { AwaitedMedia, RecordingStore } from "../../recordings/ports";
import type { Database, Schema } from "../schema";

/** Recordings and transcripts still to be had, and those that are. */
export function createRecordingStore(database: Database): RecordingStore {
  const update = async (
    id: AttemptId,
    change: Partial<Omit<Schema["recording"], "tries">> & { tries?: number },
  ) => {
    await database.updateTable("recording").set(change).where("attempt_id", "=", id).execute();
  };
  return {
    async due(now, limit) {
      const { rows } = await sql<AwaitedMedia>`
        select attempt.id as attemptId, attempt.campaign_id as campaignId, attempt.sid as callSid,
          attempt.ended_at as endedAt, recording.sid as recordingSid,
          recording.file_name as fileName, recording.transcript_sid as transcriptSid,
          recording.tries
        from recording join attempt on attempt.id = recording.attempt_id
        where recording.due_at <= ${now} and attempt.sid is not null
        order by recording.due_at
        limit ${limit}`.execute(database);
      return rows;
    },
    async nextDueAt() {
      const { rows } = await sql<{ at: number }>`
        select due_at as at from recording
        where due_at is not null
        order by due_at
        limit 1`.execute(database);
      return rows[0]?.at ?? null;
    },
    async postpone(id, until) {
      await sql`
        update recording set due_at = ${until}, tries = tries + 1
        where attempt_id = ${id} and due_at is not null`.execute(database);
    },
    recordingKept: (id, { recordingSid, fileName, durationSeconds }) =>
      update(id, {
        state: "ready",
        sid: recordingSid,
        file_name: fileName,
        duration_seconds: durationSeconds,
        tries: 0,
      }),
    recordingAbsent: (id, reason) =>
      update(id, {
        state: "absent",
        problem: reason,
        transcript_state: "absent",
        transcript_problem: reason,
        due_at: null,
      }),
    transcriptRequested: (id, transcriptSid) =>
      update(id, { transcript_state: "requested", transcript_sid: transcriptSid, tries: 0 }),
    transcriptKept: (id, { summary, lines }) =>
      update(id, {
        transcript_state: "ready",
        summary,
        transcript: JSON.stringify(lines),
        due_at: null,
      }),
    transcriptAbsent: (id, reason) =>
      update(id, { transcript_state: "absent", transcript_problem: reason, due_at: null }),
  };
}
