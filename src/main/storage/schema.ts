import type { Generated, Kysely } from "kysely";
import type { AttemptState, CallStatus, RecordingState } from "../../shared/call";
import type { ActivityKind } from "../../shared/activity";
import type { CampaignStatus } from "../../shared/campaign";
import type { DoNotCallSource } from "../../shared/do-not-call";
import type { AttemptId, AudienceId, CampaignId, ContactId, FlowId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { Outcome } from "../../shared/outcome";
import type { PhoneNumber } from "../../shared/phone-number";

/** A text column that holds JSON. It is parsed with a schema where it is read. */
export type Json = string;

/** The tables as the latest migration leaves them; what the columns mean stands there. */
export interface Schema {
  settings: { id: 1; chosen: Json };
  flow: { id: Generated<FlowId>; name: string; content: Json; updated_at: Instant };
  audience: {
    id: Generated<AudienceId>;
    name: string;
    variables: Json;
    state: "ready" | "importing" | "appending" | "removed";
    contacts: Generated<number>;
    last_contact_id: Generated<number>;
    searchable_to: Generated<number>;
    created_at: Instant;
  };
  contact: {
    id: Generated<ContactId>;
    audience_id: AudienceId;
    name: string;
    phone: PhoneNumber;
    variables: Json;
    country: string | null;
    line_type: string | null;
    time_zones: Json | null;
    external_id: string | null;
    alternate_phones: Json | null;
  };
  contact_update: {
    contact_id: ContactId;
    audience_id: AudienceId;
    name: string | null;
    variables: Json;
    time_zones: Json | null;
    external_id: string | null;
    alternate_phones: Json | null;
  };
  do_not_call: {
    phone: PhoneNumber;
    added_at: Instant;
    expires_at: Instant | null;
    source: DoNotCallSource;
    note: string;
  };
  do_not_call_import: {
    id: Generated<number>;
    imported_at: Instant;
    file_name: string;
    numbers: number;
  };
  campaign: {
    id: Generated<CampaignId>;
    name: string;
    status: CampaignStatus;
    pause_reason: Json | null;
    flow_id: FlowId | null;
    flow_name: string;
    flow_content: Json | null;
    audience_id: AudienceId | null;
    audience_name: string;
    dialing: Json;
    caller_id: PhoneNumber | null;
    schedule_local: string | null;
    schedule_zone: string | null;
    starts_at: Instant | null;
    start_problem: string | null;
    created_at: Instant;
    started_at: Instant | null;
    ended_at: Instant | null;
  };
  campaign_progress: {
    campaign_id: CampaignId;
    enrolled_to: number;
    last_contact_id: number;
    total: number;
    unclaimed: number;
    returned: Generated<number>;
    waiting: Generated<number>;
    in_progress: Generated<number>;
    unresolved: Generated<number>;
    completed: Generated<number>;
    failed: Generated<number>;
    called: Generated<number>;
    last_event_at: Instant;
  };
  campaign_outcome: { campaign_id: CampaignId; outcome: Outcome; contacts: number };
  campaign_contact: {
    campaign_id: CampaignId;
    contact_id: ContactId;
    name: string;
    phone: PhoneNumber;
    status: CallStatus;
    attempts: number;
    not_before: Instant | null;
    waits_for: "calling-hours" | "attempt-limit" | "do-not-call" | null;
    open_attempt_id: AttemptId | null;
    last_attempt_at: Instant | null;
    outcome: Outcome | null;
    duration_seconds: number | null;
    recorded_attempt_id: AttemptId | null;
  };
  attempt: {
    id: Generated<AttemptId>;
    campaign_id: CampaignId;
    contact_id: ContactId;
    number: number;
    state: AttemptState;
    outcome: Outcome | null;
    reason: string | null;
    to_number: PhoneNumber;
    from_number: PhoneNumber;
    sid: string | null;
    intent_at: Instant;
    placed_at: Instant | null;
    answered_at: Instant | null;
    ended_at: Instant | null;
    duration_seconds: number | null;
  };
  recording: {
    attempt_id: AttemptId;
    state: Exclude<RecordingState, "none">;
    problem: string | null;
    sid: string | null;
    file_name: string | null;
    duration_seconds: number | null;
    transcript_state: "awaited" | "requested" | "ready" | "absent";
    transcript_sid: string | null;
    transcript_problem: string | null;
    summary: string | null;
    transcript: Json | null;
    tries: Generated<number>;
    due_at: Instant | null;
  };
  activity: {
    id: Generated<number>;
    campaign_id: CampaignId;
    at: Instant;
    kind: ActivityKind;
    message: string;
  };
  usage: { day: string; campaign_id: CampaignId; minutes: number; calls: number };
}

export type Database = Kysely<Schema>;

/** Screens read beside the writer and never wait for it. */
export interface Handles {
  readonly writing: Database;
  readonly reading: Database;
}
