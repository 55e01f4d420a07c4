import { exportAudience } from "../audience";
import { fileNameOf } from "../files/file-name";
import type { Handlers } from "../ipc/answer";
import { tellOfAppended } from "./appended-contacts";
import { CONTACT_FILES, CSV_FILES } from "./file-dialogs";
import type { Services } from "./services";

type Area = Pick<Handlers, Extract<keyof Handlers, `audiences.${string}`>>;

export function audienceHandlers(services: Services): Area {
  const { store, importer, clock, dialogs, emit } = services;
  const { audiences } = store;
  return {
    "audiences.list": () => audiences.list(),
    "audiences.get": ({ id }) => audiences.get(id),
    "audiences.contacts": ({ id, ...query }) => audiences.contacts(id, query, clock.now()),
    "audiences.countContacts": async ({ id, ...view }) => ({
      total: await audiences.countContacts(id, view, clock.now()),
    }),
    "audiences.facets": ({ id }) => audiences.facets(id),
    "audiences.rename": async ({ id, name }) => {
      await audiences.rename(id, name);
      emit("audiences.changed", null);
      return audiences.get(id);
    },
    "audiences.delete": async ({ id }) => {
      await audiences.delete(id);
      emit("audiences.changed", null);
      return null;
    },

    "audiences.chooseFile": () => dialogs.open("Choose a file of contacts", [CONTACT_FILES]),
    "audiences.previewFile": ({ path: file, format }) => importer.previewFile(file, format),
    "audiences.previewContacts": ({ path: file, format, mapping }) =>
      importer.previewContacts(file, format, mapping),
    "audiences.import": async (request) => {
      const result = await importer.run(request, (progress) => emit("import.progress", progress));
      if (result.audienceId !== null) await tellOfAppended(services, result.audienceId);
      emit("audiences.changed", null);
      return result;
    },
    "audiences.cancelImport": async ({ importId }) => {
      importer.cancel(importId);
      return Promise.resolve(null);
    },
    "audiences.saveRefused": async ({ importId }) => {
      const file = await dialogs.save("Save refused rows", "refused rows.csv", [CSV_FILES]);
      if (file) await importer.saveRefused(importId, file);
      return file;
    },
    "audiences.export": async ({ id }) => {
      const { name, variables } = await audiences.get(id);
      const suggested = `${fileNameOf(name, "audience")}.csv`;
      const file = await dialogs.save("Export audience", suggested, [CSV_FILES]);
      if (file) await exportAudience(file, variables, () => audiences.allContacts(id));
      return file;
    },
  };
}
