import { describe, expect, it } from "vitest";
import type { FilePreview } from "../../../src/shared/audience";
import {
  guessedRoles,
  mappingOf,
  withRole,
} from "../../../src/renderer/features/audiences/import/column-roles";
import {
  nameFromFile,
  planFor,
  settle,
} from "../../../src/renderer/features/audiences/import/import-plan";

const preview: FilePreview = {
  path: "/lists/spring_renewal.csv",
  fileName: "spring_renewal.csv",
  bytes: 120,
  format: { kind: "text", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: true },
  sheets: [],
  columns: ["first", "last", "mobile", "plan"],
  guess: {
    name: [0, 1],
    phone: 2,
    alternatePhones: [],
    timeZone: null,
    externalId: null,
    defaultCountry: "US",
  },
  rows: [["Ana", "Lee", "4155550100", "Gold"]],
};

describe("the columns of a file that is imported", () => {
  it("begin with the roles that were guessed", () => {
    expect(guessedRoles(preview)).toEqual(["name", "second-name", "phone", "variable"]);
  });

  it("make whoever had the phone numbers a variable when another column gets them", () => {
    const roles = withRole(guessedRoles(preview), 3, "phone");
    expect(roles).toEqual(["name", "second-name", "variable", "phone"]);
  });

  it("may all be variables but one", () => {
    const roles = withRole(withRole(guessedRoles(preview), 0, "variable"), 1, "variable");
    expect(mappingOf(roles, "DE")).toMatchObject({ phone: 2, name: [], defaultCountry: "DE" });
  });

  it("keep a second part of the name without a first", () => {
    const roles = withRole(guessedRoles(preview), 0, "variable");
    expect(mappingOf(roles, "US")?.name).toEqual([1]);
  });
});

describe("an import", () => {
  it("is ready as it was guessed, so that Enter alone goes on", () => {
    const settled = settle(planFor(preview, null));
    expect(settled).toMatchObject({
      ready: true,
      import: { mapping: { phone: 2 }, target: { kind: "new", name: "spring renewal" } },
    });
  });

  it("waits for the column of the phone numbers", () => {
    const plan = planFor(preview, null);
    const settled = settle({ ...plan, roles: withRole(plan.roles, 2, "variable") });
    expect(settled).toMatchObject({ ready: false, field: "phone" });
  });

  it("waits for a name", () => {
    const plan = planFor(preview, null);
    expect(settle({ ...plan, target: { kind: "new", name: "  " } })).toEqual({
      ready: false,
      field: "name",
      problem: "Give the audience a name.",
    });
  });

  it("waits for the audience to append to", () => {
    const plan = planFor(preview, null);
    expect(settle({ ...plan, target: { kind: "append", audienceId: null } })).toMatchObject({
      ready: false,
      field: "audience",
    });
  });

  it.each([
    ["spring_renewal.csv", "spring renewal"],
    ["List.of 2027.final.CSV", "List.of 2027.final"],
    ["contacts", "contacts"],
    [`${"a".repeat(200)}.csv`, "a".repeat(120)],
  ])("of %s is named %s", (file, name) => {
    expect(nameFromFile(file)).toBe(name);
  });
});
