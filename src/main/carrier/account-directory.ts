import type { PhoneNumber } from "../../shared/phone-number";
import type { ConnectionCheck } from "../../shared/settings";
import type { CallerIds, Fault } from "../dialing/ports";

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface AccountDirectory extends CallerIds {
  /** Numbers that calls may come from: owned ones that can speak, then verified ones. */
  callerIds(): Promise<
    | { readonly kind: "numbers"; readonly numbers: readonly PhoneNumber[] }
    | { readonly kind: "failed"; readonly fault: Fault }
  >;
  balance(): Promise<
    | { readonly kind: "balance"; readonly balance: Money }
    | { readonly kind: "failed"; readonly fault: Fault }
  >;
  /** Tells what is wrong, if something is. Changes nothing. */
  checkConnection(): Promise<ConnectionCheck>;
}
