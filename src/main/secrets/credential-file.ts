import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { safeStorage } from "electron";
import { AppFailure } from "../../shared/app-error";
import type { CredentialStore } from "../api/account";
import { credentials as credentialsSchema } from "../../shared/settings";

/** Keeps the account's credentials, encrypted with a key that only the system's key store holds. */
export function credentialFile(file: string): CredentialStore {
  return {
    available: () => safeStorage.isEncryptionAvailable(),
    async read() {
      const sealed = await readFile(file).catch(() => null);
      if (!sealed || !safeStorage.isEncryptionAvailable()) return null;
      try {
        return credentialsSchema.parse(JSON.parse(safeStorage.decryptString(sealed)));
      } catch {
        return null;
      }
    },
    async keep(credentials) {
      if (!safeStorage.isEncryptionAvailable()) {
        throw new AppFailure({
          kind: "refused",
          message:
            "This system has no key store, so the credentials cannot be kept safely. Nothing was changed.",
          advice:
            "Install and unlock the system's key store (on Linux: GNOME Keyring or KWallet), then connect again.",
        });
      }
      const fresh = `${file}.new`;
      await writeFile(fresh, safeStorage.encryptString(JSON.stringify(credentials)), {
        mode: 0o600,
      });
      await rename(fresh, file);
    },
    forget: () => rm(file, { force: true }),
  };
}
