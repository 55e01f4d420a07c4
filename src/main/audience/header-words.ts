/**
 * Words that headers use, in the languages of many exports, without accents and in lower case.
 * `weak` ones mean it only if the cells agree: an order has a number too.
 */
export const HEADER_WORDS = {
  phone: words(
    "phone phones telephone tel mobile cell cellphone landline msisdn whatsapp telefon telefonnummer rufnummer handy handynummer mobil mobilnummer mobiltelefon festnetz telefono telefonos movil celular fono telephone portable gsm telefone telemovel cellulare telefoon mobiel tlf telefonnr puhelin puhelinnumero telefonszam telefonni cislo numer telefonu komorka cep телефон мобильный тел 电话 手机 電話 電話番号 携帯 전화 전화번호 휴대폰 هاتف جوال टेलीफोन फोन",
  ),
  weakPhone: words("number numero nummer numer no nr номер رقم 番号 号码 contact"),
  name: words(
    "name fullname full contact customer client kunde kundin kundenname ansprechpartner interessent cliente contacto contato contatto klient klientka kontakt asiakas musteri ugyfel zakaznik клиент контакт 顧客 お客様 客户 고객 العميل nombre nom naam nome namn navn nimi isim ad adi imie jmeno nev имя фио 姓名 名前 氏名 이름 الاسم नाम",
  ),
  firstName: words(
    "first firstname forename given givenname vorname prenom nombres fornamn fornavn voornaam etunimi imie krestni 名",
  ),
  lastName: words(
    "last lastname surname family familyname nachname familienname zuname apellido apellidos cognome sobrenome apelido achternaam nazwisko prijmeni efternamn etternavn efternavn sukunimi soyad soyadi фамилия 姓",
  ),
  /** Beside a word for phone: not the one to call first. */
  secondary: words(
    "alternate alternative alt second secondary other backup work office business weitere zweite alternativ geschaftlich dienstlich buro autre secondaire bureau otro alternativo trabajo oficina altro ufficio outro tweede werk drugi inny второй рабочий",
  ),
  fax: words("fax telefax telecopie факс ファックス"),
  timeZone: words(
    "timezone zeitzone fuseau husohorario zonahoraria fusoorario fusohorario tijdzone tidszon tidszone aikavyohyke strefaczasowa часовойпояс saatdilimi タイムゾーン 时区 時區 시간대",
  ),
  externalId: words(
    "id customerid contactid clientid externalid crmid recordid leadid personid uuid guid kundennummer kundennr kundenid idcliente codigocliente numeroclient codecliente codicecliente klantnummer klantid kundnummer kundenummer asiakasnumero numerklienta 顧客番号 客户编号 고객번호",
  ),
  /** Their names are not the contact's. */
  notAName: words(
    "company firm firma organisation organization business user username login file product plan campaign street city town country state account id fax email mail empresa entreprise societe unternehmen produkt producto",
  ),
} as const;

/** The words of a header: "First_Name", "firstName" and "FIRST NAME" have the same two. */
export function headerWords(header: string): readonly string[] {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" ").map((word) => headerWords(word).join("")));
}
