import type { Account } from "../../shared/settings";
import type { AudienceImporter, NumberImporter } from "../audience";
import type { AccountDirectory } from "../carrier";
import type { Dialer } from "../dialing/dialer";
import type { Clock } from "../dialing/ports";
import type { Emit } from "../ipc/emit";
import type { Store } from "../storage";
import type { AccountAccess } from "./account";
import type { FileDialogs } from "./file-dialogs";
import type { LiveSettings } from "./live-settings";

/** All that handlers work with. They construct nothing themselves. */
export interface Services {
  readonly clock: Clock;
  readonly store: Store;
  /** Where the recordings folder lies. */
  readonly mediaFolder: string;
  readonly dialer: Dialer;
  readonly directory: AccountDirectory;
  readonly importer: AudienceImporter;
  readonly numberImporter: NumberImporter;
  readonly settings: LiveSettings;
  readonly accountAccess: AccountAccess;
  readonly dialogs: FileDialogs;
  /** Whether this computer runs on its battery at the moment. */
  readonly onBattery: () => boolean;
  /** The supervisor's, such as "de-DE". */
  readonly locale: string;
  readonly emit: Emit;
  readonly about: {
    readonly version: string;
    readonly platform: string;
    readonly timeZone: string;
    readonly dataFolder: string;
    readonly account: Account;
  };
}
