import { AppFailure } from "../../shared/app-error";
import { formatCount } from "../../shared/format-count";
import type { Instant } from "../../shared/instant";
import { numberBeginnings, readPastedNumbers } from "../audience";
import type { Handlers } from "../ipc/answer";
import { exportDoNotCallList } from "./do-not-call-export";
import { CONTACT_FILES, CSV_FILES } from "./file-dialogs";
import type { Services } from "./services";

type Area = Pick<Handlers, Extract<keyof Handlers, `doNotCall.${string}`>>;

type Needed = Pick<
  Services,
  "store" | "clock" | "dialogs" | "dialer" | "about" | "emit" | "numberImporter"
>;

export function doNotCallHandlers(services: Needed): Area {
  const { store, clock, dialogs, dialer, about, emit, numberImporter } = services;
  const { doNotCall } = store;

  /** @param numbers how many were put on it, or taken off it */
  const changed = async (numbers: number, how: "put on" | "taken off") => {
    emit("doNotCall.changed", null);
    const were = numbers === 1 ? "1 number was" : `${formatCount(numbers)} numbers were`;
    await dialer.contactRulesChanged(`${were} ${how} the do-not-call list.`);
  };

  return {
    "doNotCall.page": ({ search, ...query }) => {
      const beginnings = search.trim() === "" ? null : numberBeginnings(search);
      return doNotCall.page({ ...query, beginnings });
    },
    "doNotCall.summary": () => doNotCall.summary(clock.now()),
    "doNotCall.check": async (pasted) => {
      const { numbers, refused } = readPastedNumbers(pasted);
      return { numbers: numbers.length, listed: await doNotCall.countAmong(numbers), refused };
    },

    "doNotCall.add": async ({ expiresAt, note, ...pasted }) => {
      const at = clock.now();
      refusePastEnd(expiresAt, at);
      const { numbers, refused } = readPastedNumbers(pasted);
      const result = await doNotCall.add(numbers, { expiresAt, note, at, source: "supervisor" });
      await changed(result.added + result.extended, "put on");
      return { ...result, refused };
    },
    "doNotCall.remove": async (pasted) => {
      const removal = await doNotCall.removeNumbers(readPastedNumbers(pasted).numbers);
      await changed(removal.removed, "taken off");
      return removal;
    },
    "doNotCall.isListed": ({ phone }) => doNotCall.holds(phone, clock.now()),
    "doNotCall.addFromCall": async ({ phone }) => {
      const listing = { expiresAt: null, note: "", at: clock.now(), source: "call" } as const;
      const result = await doNotCall.add([phone], listing);
      await changed(result.added + result.extended, "put on");
      return result;
    },
    "doNotCall.removeNumber": async ({ phone }) => {
      const removal = await doNotCall.removeNumbers([phone]);
      await changed(removal.removed, "taken off");
      return removal;
    },
    "doNotCall.removeExpired": async () => {
      const removal = await doNotCall.removeExpired(clock.now());
      await changed(removal.removed, "taken off");
      return removal;
    },
    "doNotCall.undoRemoval": async ({ removalId }) => {
      const restored = await doNotCall.undoRemoval(removalId);
      await changed(restored, "put on");
      return { restored };
    },

    "doNotCall.chooseFile": () => dialogs.open("Choose a do-not-call list", [CONTACT_FILES]),
    "doNotCall.previewFile": ({ path, format }) => numberImporter.previewFile(path, format),
    "doNotCall.previewNumbers": ({ path, format, mapping }) =>
      numberImporter.previewNumbers(path, format, mapping),
    "doNotCall.import": async (wanted) => {
      refusePastEnd(wanted.expiresAt, clock.now());
      const result = await numberImporter.run(wanted, (told) => emit("import.progress", told));
      await changed(result.added + result.extended, "put on");
      return result;
    },
    "doNotCall.cancelImport": ({ importId }) => {
      numberImporter.cancel(importId);
      return Promise.resolve(null);
    },
    "doNotCall.saveRefused": async ({ importId }) => {
      const file = await dialogs.save("Save refused rows", "refused rows.csv", [CSV_FILES]);
      if (file) await numberImporter.saveRefused(importId, file);
      return file;
    },

    "doNotCall.export": async () => {
      const file = await dialogs.save("Export the do-not-call list", "do not call.csv", [
        CSV_FILES,
      ]);
      if (file) await exportDoNotCallList(file, doNotCall.all(), about.timeZone);
      return file;
    },
  };
}

/** @throws AppFailure for an end that has passed */
function refusePastEnd(expiresAt: Instant | null, now: Instant): void {
  if (expiresAt === null || expiresAt > now) return;
  throw new AppFailure({
    kind: "invalid-input",
    field: "expiresAt",
    message: "This date has passed, so nothing was added.",
    advice: "Choose a later one, or list the numbers for good.",
  });
}
