import { useState } from "react";
import type { ConnectionCheck, Credentials } from "../../../../shared/settings";
import { request } from "../../../api/client";
import { useAction, type Action } from "../../../api/use-action";

export interface CheckedConnection extends Action<[Credentials | null]> {
  /** Null before the first check, and while one runs. */
  readonly found: ConnectionCheck | null;
}

/** "Check connection": asks the carrier with these credentials, or (null) with those in force. */
export function useConnectionCheck(): CheckedConnection {
  const [found, setFound] = useState<ConnectionCheck | null>(null);
  const check = useAction(async (credentials: Credentials | null) => {
    setFound(null);
    setFound(await request("account.check", { credentials }));
  });
  return { ...check, found };
}
