import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { previewContacts, previewFile } from "../../../src/main/audience/preview";
import { columnMapping, type CsvFormat } from "../../../src/shared/audience";
import { csvFolder } from "../../support/csv-files/csv-folder";

async function preview(content: string | Uint8Array, locale = "en-US") {
  const folder = await csvFolder();
  return previewFile(await folder.file(content), {}, locale);
}

/** A list of these names, each with a number. */
const list = (names: readonly string[]) =>
  ["Name;Telefon", ...names.map((name, at) => `${name};+1415555010${at}`)].join("\r\n");

describe("the encoding of a list", () => {
  it.each([
    ["windows-1252", "en-US", ["José Müller", "Zoë Ångström", "François Lefèvre"]],
    ["windows-1250", "pl-PL", ["Łukasz Dąbrowski", "Świętosława Żółć", "Jiří Dvořák"]],
    ["windows-1251", "ru-RU", ["Иван Петров", "Мария Сидорова", "Алексей Смирнов"]],
    ["windows-1251", "en-US", ["Иван Петров", "Мария Сидорова", "Алексей Смирнов"]],
    ["koi8-r", "en-US", ["Иван Петров", "Мария Сидорова", "Алексей Смирнов"]],
    ["windows-1253", "en-US", ["Γιώργος Παπαδόπουλος", "Ελένη Νικολάου"]],
    ["windows-1254", "tr-TR", ["Ayşe Yılmaz", "Çağrı Şahin", "Gülşen Öztürk"]],
    ["windows-1256", "en-US", ["محمد الأحمد", "فاطمة علي"]],
    ["shift_jis", "ja-JP", ["田中太郎", "鈴木花子"]],
    ["gb18030", "zh-CN", ["张伟", "王芳", "李娜"]],
    ["euc-kr", "ko-KR", ["김철수", "이영희"]],
  ] as const)(
    "is found out: %s for a supervisor at home in %s",
    async (encoding, locale, names) => {
      const found = await preview(iconv.encode(list(names), encoding), locale);
      expect(found.format).toMatchObject({ encoding });
      expect(found.rows.map(([name]) => name)).toEqual(names);
    },
  );
});

describe("what holds cells together", () => {
  it.each([
    ['Name,Phone\n"Lee, Ana",4155550123\n', '"'],
    ["Name,Phone\n'Lee, Ana','4155550123'\n'Ray, Bo','4155550124'\n", "'"],
    ["Name,Phone\nAna 'Annie' Lee,4155550123\n'Ndali,4155550124\n", '"'],
  ])("is found out in %j", async (content, quote) => {
    const found = await preview(content);
    expect(found.format).toMatchObject({ quote });
    expect(found.columns).toEqual(["Name", "Phone"]);
  });

  it("may be nothing, if the supervisor says so", async () => {
    const folder = await csvFolder();
    const path = await folder.file('Name,Phone\n"Ana,4155550123\nBo",4155550124\n');
    const found = await previewFile(path, { quote: "" }, "en-US");
    expect(found.rows).toEqual([
      ['"Ana', "4155550123"],
      ['Bo"', "4155550124"],
    ]);
  });
});

describe("the columns of a list", () => {
  it.each([
    ["Kunde;Téléphone;Móvil", { name: [0], phone: 1, alternatePhones: [2] }],
    ["Name;Office phone;Mobile;Fax", { name: [0], phone: 2, alternatePhones: [1] }],
    ["Customer ID;Name;Phone;Time zone", { externalId: 0, name: [1], phone: 2, timeZone: 3 }],
    ["Kundennummer;Kundenname;Rufnummer", { externalId: 0, name: [1], phone: 2 }],
    ["Cliente;Telefone;Telefone 2", { name: [0], phone: 1, alternatePhones: [2] }],
  ])("are guessed by their headers: %s", async (header, guess) => {
    const width = header.split(";").length;
    const cells = ["7", "+14155550123", "+14155550124", "+14155550125"];
    const words = header
      .split(";")
      .map((title, at) =>
        /name|kunde$|cliente/i.test(title)
          ? "Ana Lee"
          : /id|nummer$/i.test(title) && !/ruf/i.test(title)
            ? "7"
            : cells[at]!,
      );
    const found = await preview(`${header}\n${words.slice(0, width).join(";")}\n`);
    expect(found.guess).toMatchObject(guess);
  });

  it("are guessed by their cells: time zones need no header", async () => {
    const found = await preview(
      "Ana Lee,Europe/Berlin,+14155550123\nBo,America/New_York,+14155550124\n",
    );
    expect(found.guess).toMatchObject({ timeZone: 1, phone: 2, name: [0] });
  });

  it("hold the number to call where most rows have one", async () => {
    const rows = ["Ana,4155550123,", "Bo,4155550124,", "Cy,12,4155550125", "Di,,"];
    const found = await preview(["Name,Phone,Mobile", ...rows].join("\n"));
    expect(found.guess).toMatchObject({ phone: 1, alternatePhones: [2] });
  });

  it("hold the whole name where one holds what first and last name do, as in an export", async () => {
    const names = async (...lines: string[]) => (await preview(lines.join("\n"))).guess.name;
    const phone = "+14155550132";
    expect(
      await names("Name,Phone,First,Last", `Ana Lee,${phone},Ana,Lee`, `Bo,${phone},Bo,`),
    ).toEqual([0]);
    expect(await names("Name (2),Phone,Prénom,Nom", `Zoë Quinn,${phone},Zoë,Quinn`)).toEqual([0]);
    expect(await names("Nom,Phone,Prénom", `Quinn,${phone},Zoë`)).toEqual([2, 0]);
    expect(await names("Contact,Phone,First,Last", `C-1,${phone},Ana,Lee`)).toEqual([2, 3]);
  });

  it("hold an ID only if no two are alike", async () => {
    const found = await preview("ID,Phone\n1,+14155550123\n1,+14155550124\n");
    expect(found.guess.externalId).toBeNull();
  });
});

const PLAIN: CsvFormat = {
  kind: "text",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  hasHeader: true,
};

async function wrongCountry(numbers: readonly string[], defaultCountry: string, locale = "en-US") {
  const folder = await csvFolder();
  const path = await folder.file(["Phone", ...numbers].join("\n"));
  const mapping = columnMapping.parse({ name: [], phone: 0, defaultCountry });
  return (await previewContacts(path, PLAIN, mapping, locale)).wrongCountry;
}

const LONDON = ["020 7946 0123", "020 7946 0124", "020 7946 0125", "07911 123456"];

describe("a default country in which most numbers are none", () => {
  it("is said, with the one in which they are", async () => {
    expect(await wrongCountry(LONDON, "US")).toEqual({ refused: 4, of: 4, better: "GB" });
  });

  it("is said where no other stands out", async () => {
    expect(
      await wrongCountry(["99999999999998", "99999999999997", "99999999999996"], "US"),
    ).toMatchObject({
      refused: 3,
      better: null,
    });
  });

  it("is not said where most are right, have a country code, or are too few to tell", async () => {
    expect(await wrongCountry(LONDON, "GB")).toBeNull();
    expect(
      await wrongCountry(["+442079460123", "+442079460124", "+442079460125"], "US"),
    ).toBeNull();
    expect(await wrongCountry(LONDON.slice(2), "US")).toBeNull();
  });

  it("is not said of numbers that Excel has shortened: they are wrong in every country", async () => {
    const shortened = ["4.15555E+09", "4.15556E+09", "4,15557E+09"];
    expect(await wrongCountry([...shortened, "4155550132"], "US")).toBeNull();
  });
});
