import { AppFailure } from "../../shared/app-error";
import type { Handlers } from "../ipc/answer";
import { carrierFailure } from "./carrier-failure";
import { changedContactRules } from "./changed-settings";
import type { Services } from "./services";

type Area = Pick<
  Handlers,
  Extract<keyof Handlers, `settings.${string}` | `account.${string}` | `app.${string}`>
>;

export function settingsHandlers(services: Services): Area {
  const { settings, directory, accountAccess, about, dialer, onBattery } = services;
  const refuseWhileDialing = () => {
    if (dialer.campaignsDialing() === 0) return;
    throw new AppFailure({
      kind: "refused",
      message: "A campaign is dialing, so the account was not changed.",
      advice: "Pause or cancel the campaign first.",
    });
  };

  return {
    "app.info": () => Promise.resolve(about),
    "app.power": () => Promise.resolve({ onBattery: onBattery() }),
    "settings.get": () => Promise.resolve(settings.current),
    "settings.update": async (change) => {
      const before = settings.current;
      const updated = await settings.update(change);
      const rules = changedContactRules(before, updated);
      if (rules !== null) await dialer.contactRulesChanged(rules);
      return updated;
    },
    "account.callerIds": async () => {
      const answer = await directory.callerIds();
      if (answer.kind === "failed") throw carrierFailure(answer.fault);
      return [...answer.numbers];
    },
    "account.check": ({ credentials }) => accountAccess.check(credentials),
    "account.connect": async (credentials) => {
      refuseWhileDialing();
      await accountAccess.connect(credentials);
      return null;
    },
    "account.disconnect": async () => {
      refuseWhileDialing();
      await accountAccess.disconnect();
      return null;
    },
  };
}
