import { join } from "node:path";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";

/** The first Electron that knows this fuse; the stand-in is older. */
const grantFileProtocolSince = 29;

/**
 * After packing: what a packaged Electron could do and Paceline never does is switched off for
 * good, in the executable itself.
 */
export default async function setFuses({ appOutDir, packager, electronPlatformName }) {
  const { productFilename } = packager.appInfo;
  const executables = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName,
  };
  const electronMajor = Number.parseInt(packager.config.electronVersion ?? "", 10);
  const knowsFileProtocolFuse = !(electronMajor < grantFileProtocolSince);

  await flipFuses(join(appOutDir, executables[electronPlatformName]), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === "darwin",
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    ...(knowsFileProtocolFuse && { [FuseV1Options.GrantFileProtocolExtraPrivileges]: false }),
  });
}
