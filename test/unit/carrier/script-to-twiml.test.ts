import { describe, expect, test } from "vitest";
import { scriptToTwiml } from "../../../src/main/carrier/script-to-twiml";
import { contact, type ContactVariables } from "../../../src/shared/contact";
import type { ScriptStep } from "../../../src/shared/flow";
import type { PhoneNumber } from "../../../src/shared/phone-number";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

function aContact(variables: ContactVariables = {}, name = "Ana Lee") {
  return contact.parse({ id: 1, name, phone: "+14155550123", variables });
}

function twimlOf(steps: ScriptStep[], variables: ContactVariables = {}, name?: string) {
  const { twiml } = scriptToTwiml(steps, aContact(variables, name), {
    marker: null,
    callerId: null,
  });
  return twiml.replace(`${HEAD}<Response>`, "").replace("</Response>", "");
}

const say = (text: string): ScriptStep => ({ kind: "say", text, language: "en-US" });
const said = (text: string) => `<Say language="en-US">${text}</Say>`;

describe("steps", () => {
  test.each<[ScriptStep, string]>([
    [{ kind: "say", text: "Hallo", language: "de-DE" }, '<Say language="de-DE">Hallo</Say>'],
    [
      { kind: "play", url: "https://example.com/a.mp3?a=1&b=2" },
      "<Play>https://example.com/a.mp3?a=1&amp;b=2</Play>",
    ],
    [{ kind: "pause", seconds: 2 }, '<Pause length="2"/>'],
    [
      { kind: "gather", text: "Press 1.", input: "digits", timeoutSeconds: 5 },
      '<Gather input="dtmf" timeout="5"><Say>Press 1.</Say></Gather>',
    ],
    [
      { kind: "gather", text: "Yes?", input: "digits-or-speech", timeoutSeconds: 9 },
      '<Gather input="dtmf speech" timeout="9"><Say>Yes?</Say></Gather>',
    ],
    [
      { kind: "record", text: "Speak.", maxSeconds: 60 },
      '<Say>Speak.</Say><Record maxLength="60"/>',
    ],
    [{ kind: "transfer", to: "+14155550199" }, "<Dial>+14155550199</Dial>"],
    [{ kind: "hang_up" }, "<Hangup/>"],
  ])("%o", (step, twiml) => {
    expect(twimlOf([step])).toBe(twiml);
  });

  test("a transfer shows the campaign's caller ID", () => {
    const { twiml } = scriptToTwiml([{ kind: "transfer", to: "+14155550199" }], aContact(), {
      marker: 7,
      callerId: "+14155550100" as PhoneNumber,
    });
    expect(twiml).toBe(
      `${HEAD}<Response><!-- attempt 7 --><Dial callerId="+14155550100">+14155550199</Dial></Response>`,
    );
  });
});

describe("variables", () => {
  test.each([
    ["{{name}}", {}, "Ana Lee"],
    ["{{first_name}}", {}, "Ana"],
    ["{{ First Name }}", {}, "Ana"],
    ["{{first_name}}", { "First Name": "Anastasia" }, "Anastasia"],
    ["{{phone}}", {}, "+14155550123"],
    ["{{POLICY-number}}", { "Policy Number": "A 1" }, "A 1"],
    ["{{city}} {{city}}", { city: "Oslo" }, "Oslo Oslo"],
    ["{{name}}", { name: "Somebody else" }, "Ana Lee"],
    ["{ {name} } {{}}", {}, "{ {name} } {{}}"],
  ])("%s", (text, variables, expected) => {
    expect(twimlOf([say(text)], variables)).toBe(said(expected));
  });

  test("those that are missing are listed once and left out, with the space they leave", () => {
    const { twiml, missingVariables } = scriptToTwiml(
      [say("Hello {{nickname}}, your {{ Car Model }} is ready, {{nickname}}."), say("{{empty}}")],
      aContact({ empty: "  " }),
      { marker: null, callerId: null },
    );
    expect(twiml).toBe(`${HEAD}<Response>${said("Hello, your is ready,.")}</Response>`);
    expect(missingVariables).toEqual(["nickname", "car_model", "empty"]);
  });

  test("a contact without a name has no first name", () => {
    expect(twimlOf([say("Hello {{first_name}}!")], {}, "")).toBe(said("Hello!"));
  });

  test("a contact's data cannot become an instruction, nor a variable", () => {
    const evil = '</Say><Dial>+1900</Dial><Say a="{{name}}">&';
    const twiml = twimlOf([say("Hi {{evil}}")], { evil });
    expect(twiml).toBe(
      said('Hi &lt;/Say&gt;&lt;Dial&gt;+1900&lt;/Dial&gt;&lt;Say a="{{name}}"&gt;&amp;'),
    );
  });

  test("characters that XML cannot hold are left out, others stay", () => {
    const variables = { odd: "a\u0000b\u0001c\ud800d\ufffe \u{1f600} é 日本" };
    expect(twimlOf([say("{{odd}}")], variables)).toBe(said("abcd \u{1f600} é 日本"));
  });

  test.each(["constructor", "__proto__", "toString"])("%s is a variable like others", (name) => {
    const { missingVariables } = scriptToTwiml([say(`{{${name}}} a`)], aContact(), {
      marker: null,
      callerId: null,
    });
    expect(missingVariables).toHaveLength(1);
  });
});
