import { parsePhoneNumberWithError } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { contact } from "../../../src/shared/contact";
import { flowDraft } from "../../../src/shared/flow";
import { SAMPLE_AUDIENCE } from "../../../src/shared/sample-audience";
import { sampleFlow } from "../../../src/shared/sample-flow";

/** Ranges that authorities keep for films and books. */
const KEPT_FOR_FICTION = [
  /^\+1\d{3}55501\d{2}$/, // NANPA
  /^\+44(207946|121496|131496|161496|292018)0\d{3}$/, // Ofcom
  /^\+3319900\d{4}$/, // ARCEP
  /^\+493023125\d{3}$/, // BNetzA
  /^\+46(8465004\d{2}|7017406(0[5-9]|[1-9]\d))$/, // PTS
  /^\+61(25550\d{4}|37010\d{4}|491570(006|15[6-9]))$/, // ACMA
];

describe("the sample audience", () => {
  it("has numbers that are valid and ring nobody, each once", () => {
    const phones = SAMPLE_AUDIENCE.contacts.map(({ phone }) => phone);
    for (const phone of phones) {
      expect(
        KEPT_FOR_FICTION.filter((range) => range.test(phone)),
        phone,
      ).toHaveLength(1);
      expect(parsePhoneNumberWithError(phone).isValid(), phone).toBe(true);
    }
    expect(new Set(phones).size).toBe(phones.length);
  });

  it("has everything that its flow says", () => {
    const said = JSON.stringify(flowDraft.parse(sampleFlow()));
    const names = [...said.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);
    for (const person of SAMPLE_AUDIENCE.contacts) {
      const { variables } = contact.parse({ id: 1, ...person });
      expect(Object.keys(variables)).toEqual(SAMPLE_AUDIENCE.variables);
      expect(names.every((name) => variables[name] !== "")).toBe(true);
    }
    expect(SAMPLE_AUDIENCE.variables).toEqual(expect.arrayContaining(names));
  });
});
