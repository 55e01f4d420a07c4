import type { CampaignId, ContactId } from "../../shared/ids";
import type { WhyNotCalled } from "../../shared/why-not-called";
import type { CampaignRuns } from "./campaign-runs";
import type { Conductor } from "./conductor";
import type { DialerEnvironment } from "./environment";
import { explainGates } from "./explanation";
import type { CampaignRecord, ContactStanding } from "./ports";

export type StandingExplained = Pick<WhyNotCalled, "status" | "attempts" | "outcome"> & {
  readonly gates: WhyNotCalled["gates"];
};

export interface ContactStandingsParts {
  readonly env: Pick<DialerEnvironment, "store">;
  readonly runs: CampaignRuns;
  readonly conductor: Conductor;
}

/** Answers why a contact is not being called. */
export class ContactStandings {
  constructor(private readonly parts: ContactStandingsParts) {}

  /** Null: the campaign does not call this contact. */
  async explain(id: CampaignId, contactId: ContactId): Promise<StandingExplained | null> {
    const { env, runs } = this.parts;
    const record = await env.store.campaign(id);
    if (!record) return null;
    const standing = await env.store.standing(id, contactId, runs.startsFrom(record.dialing));
    if (!standing) return null;
    const { status, attempts, outcome } = standing;
    const gates = status === "PENDING" ? this.gatesFor(record, contactId, standing) : [];
    return { status, attempts, outcome, gates: [...gates] };
  }

  private gatesFor(record: CampaignRecord, contactId: ContactId, standing: ContactStanding) {
    const { runs, conductor } = this.parts;
    const run = runs.get(record.id);
    return explainGates({
      status: record.status,
      standing,
      own: runs.situationOf(standing, record.dialing),
      campaign: run?.dialing ? conductor.situationOf(run, { kind: "ready" }) : null,
      place: run?.contacts.placeOf(contactId) ?? null,
    });
  }
}
