import type { Handlers } from "../ipc/answer";
import type { Services } from "./services";

type Area = Pick<Handlers, "usage.get">;

export function usageHandlers({ store, dialer, directory, settings, clock }: Services): Area {
  return {
    "usage.get": async () => {
      const { quotaMinutes } = settings.current;
      const [usage, quota, money] = await Promise.all([
        store.usage.month(clock.now()),
        dialer.quotaFor({ contacts: 0 }),
        directory.balance(),
      ]);
      return {
        ...usage,
        quotaMinutes,
        usedMinutes: quota.used,
        reservedMinutes: quota.reserved,
        remainingMinutes: quota.remaining,
        // The carrier prices a call some time after it has ended; prices are not fetched yet.
        cost: null,
        balance: money.kind === "balance" ? money.balance : null,
      };
    },
  };
}
