import { createTheStore } from "./0001-create-the-store";
import { sayWhoMayBeCalled } from "./0002-say-who-may-be-called";
import { findContacts } from "./0003-find-contacts";
import { letContactsShareANumber } from "./0005-let-contacts-share-a-number";
import { findCallsInEveryOrder } from "./0006-find-calls-in-every-order";

/**
 * Every change of the store's form, oldest first. The store's version is the number of those it has
 * had. What is published is never edited: a further change is a further entry. They are listed here
 * one by one because the bundled application has no folder to look them up in.
 */
export const MIGRATIONS: readonly string[] = [
  createTheStore,
  sayWhoMayBeCalled,
  findContacts,
  letContactsShareANumber,
  findCallsInEveryOrder,
];
