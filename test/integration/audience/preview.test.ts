import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { previewContacts, previewFile } from "../../../src/main/audience/preview";
import { columnMapping } from "../../../src/shared/audience";
import { csvFolder } from "../../support/csv-files/csv-folder";

async function preview(content: string | Uint8Array, chosen = {}, locale = "en-US") {
  const folder = await csvFolder();
  return previewFile(await folder.file(content), chosen, locale);
}

describe("looking at a file", () => {
  it("finds out how it is to be read, and which column is what", async () => {
    const found = await preview(
      "Full Name;E-mail;Mobile No.;Plan\nAna Lee;a@x.org;(415) 555-0123;gold\n",
    );
    expect(found).toMatchObject({
      fileName: "contacts.csv",
      format: { kind: "text", encoding: "utf-8", delimiter: ";", quote: '"', hasHeader: true },
      columns: ["Full Name", "E-mail", "Mobile No.", "Plan"],
      guess: { name: [0], phone: 2, defaultCountry: "US" },
      rows: [["Ana Lee", "a@x.org", "(415) 555-0123", "gold"]],
    });
  });

  it.each([
    ["a,b\nAna,4155550123\n", ","],
    ["a;b\nLee, Ana;4155550123\nRay, Bo;4155550124\n", ";"],
    ["a\tb\nLee, Ana\t4155550123\n", "\t"],
    ["a|b\nAna; Lee|4155550123\n", "|"],
    ["sep=;\na;b\nAna;4155550123\n", ";"],
    ["phone\n4155550123\n", ","],
  ])("finds the delimiter of %j", async (content, delimiter) => {
    expect((await preview(content)).format).toMatchObject({ delimiter });
  });

  const text = "Name,Phone\r\nJosé Müller,4155550123\r\nZoë,4155550124\r\n";
  it.each([
    ["UTF-8", iconv.encode(text, "utf-8"), "utf-8"],
    ["UTF-8 with its mark", iconv.encode(text, "utf-8", { addBOM: true }), "utf-8"],
    ["UTF-16 LE with its mark", iconv.encode(text, "utf-16le", { addBOM: true }), "utf-16le"],
    ["UTF-16 BE with its mark", iconv.encode(text, "utf-16be", { addBOM: true }), "utf-16be"],
    ["UTF-16 LE", iconv.encode(text, "utf-16le"), "utf-16le"],
    ["UTF-16 BE", iconv.encode(text, "utf-16be"), "utf-16be"],
    ["Windows-1252", iconv.encode(text, "windows-1252"), "windows-1252"],
    [
      "letters beyond ASCII that come late",
      iconv.encode(
        `Name,Phone\r\n${"Ana,4155550123\r\n".repeat(20_000)}José,1\r\n`,
        "windows-1252",
      ),
      "windows-1252",
    ],
  ])("finds the encoding: %s", async (_, content, encoding) => {
    const found = await preview(content);
    expect(found.format).toMatchObject({ encoding });
    expect(found.columns).toEqual(["Name", "Phone"]);
  });

  it("tells by the cells whether there is a header", async () => {
    expect((await preview("Ana Lee,4155550123\nBo Ray,4155550124\n")).format.hasHeader).toBe(false);
    expect((await preview("x,y\nAna Lee,4155550123\n")).format.hasHeader).toBe(true);
    expect((await preview("Name,Joined,Fee\nAna,2024-01-15,1234567.50\n")).format.hasHeader).toBe(
      true,
    );
  });

  it("guesses columns by their cells where there is no header", async () => {
    const { columns, guess } = await preview("1001,Ana Lee,4155550123\n1002,Bo Ray,4155550124\n");
    expect(columns).toEqual(["Column 1", "Column 2", "Column 3"]);
    expect(guess).toMatchObject({ name: [1], phone: 2, defaultCountry: "US" });
  });

  it.each([
    ["Vorname,Nachname,Telefonnummer", [0, 1], 2],
    ["Prénom,Nom,Téléphone", [0, 1], 2],
    ["Nombre,Apellidos,Teléfono móvil", [0, 1], 2],
    ["Nome,Cidade,Celular", [0], 2],
    ["first_name,lastName,cell", [0, 1], 2],
    ["Company name,Contact name,Phone", [1], 2],
    ["氏名,会社,電話番号", [0], 2],
    ["Имя,Фамилия,Телефон", [0, 1], 2],
    ["Order number,Name,Number", [1], 2],
  ])("guesses the columns of %s", async (header, name, phone) => {
    const { guess } = await preview(`${header}\nAna,Lee,+14155550123\n`);
    expect(guess).toMatchObject({ name, phone });
  });

  it("takes the default country from the numbers, else from the supervisor's locale", async () => {
    const british = await preview("Name,Phone\nAna,+442079460123\nBo,+442079460124\n");
    expect(british.guess.defaultCountry).toBe("GB");
    const national = await preview("Name,Phone\nAna,030 1234567\n", {}, "de-DE");
    expect(national.guess.defaultCountry).toBe("DE");
  });

  it("follows what the supervisor chose", async () => {
    const found = await preview("Ana,4155550123\nBo,4155550124\n", {
      hasHeader: true,
      delimiter: "|",
    });
    expect(found).toMatchObject({ columns: ["Ana,4155550123"], rows: [["Bo,4155550124"]] });
  });
});

describe("the first rows as they would be stored", () => {
  it("marks those that would be refused, and numbers that come twice", async () => {
    const folder = await csvFolder();
    const path = await folder.file(
      'Name,Phone,Plan\nAna,415-555-0123,gold\nBo,4.15555E+09,\nCy,+14155550123,tin\n"Di,1,\n',
    );
    const { contacts } = await previewContacts(
      path,
      { kind: "text", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: true },
      columnMapping.parse({ name: [0], phone: 1, defaultCountry: "US" }),
      "en-US",
    );
    expect(contacts).toMatchObject([
      { line: 2, name: "Ana", phone: "+14155550123", variables: { Plan: "gold" }, refused: null },
      { line: 3, phone: "4.15555E+09", refused: expect.stringContaining("Excel") as string },
      { line: 4, phone: "+14155550123", refused: null, duplicateOf: 2 },
      { line: 5, refused: expect.stringContaining("quotation mark") as string },
    ]);
  });
});

describe("a file that cannot be imported", () => {
  it.each([
    ["an empty file", "", "is empty"],
    ["nothing but empty lines", "\ufeff\r\n \r\n,,\r\n", "is empty"],
    ["a header alone", "Name,Phone\r\n", "has a header, but no rows below it"],
    ["one column without numbers", "Name\nAna\nBo\n", "has one column, and no phone numbers in it"],
    ["a header that cannot be read", '"Name,Phone\nAna,4155550123\n', "its header, cannot be read"],
    ["an archive", Buffer.from("PK\u0003\u0004 and so on"), "is an archive or a damaged workbook"],
    ["a short archive", Buffer.from("504b03041400060008000000", "hex"), "is an archive"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "is an old Excel workbook (.xls)"],
    [
      "a picture",
      Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 32)),
      "is not a text file",
    ],
  ])("is refused with the reason: %s", async (_, content, reason) => {
    await expect(preview(content)).rejects.toThrow(reason);
  });

  it("is refused when it is gone, a folder, a device or not to be read", async () => {
    const folder = await csvFolder();
    const within = (name: string) => join(folder.path, name);
    const refusal = (name: string) => expect(previewFile(within(name), {}, "en-US")).rejects;
    await refusal("gone.csv").toThrow("“gone.csv” is no longer there.");
    await mkdir(within("folder.csv"));
    await refusal("folder.csv").toThrow("“folder.csv” is a folder.");
    if (process.platform === "win32") return;
    await expect(previewFile("/dev/zero", {}, "en-US")).rejects.toThrow("“zero” is not a file.");
    await chmod(await folder.file("Name,Phone\nAna,1\n", "locked.csv"), 0o000);
    if (process.getuid?.() !== 0) await refusal("locked.csv").toThrow("may not be read");
  });

  it("survives NUL bytes and quotes that do not balance", async () => {
    const { rows } = await preview('Name,Phone\nA\0na,4155550123\n"Bo,4155550124\nCy,4155550125\n');
    expect(rows).toHaveLength(3);
  });
});
