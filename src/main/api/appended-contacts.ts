import type { AudienceId } from "../../shared/ids";
import type { Services } from "./services";

/** Contacts were appended: the screens of campaigns that they may have joined ask anew, and dialing goes on. */
export async function tellOfAppended(
  { store, dialer, emit }: Pick<Services, "store" | "dialer" | "emit">,
  id: AudienceId,
): Promise<void> {
  store.audiences.contactsChanged(id);
  dialer.audienceGrew();
  for (const campaign of await store.audiences.dialedBy(id)) {
    emit("campaign.changed", { id: campaign });
  }
}
