import type { Contact } from "./contact";
import { phoneNumber } from "./phone-number";

type SampleContact = Omit<Contact, "id">;

/**
 * People who do not exist, at numbers that ring nobody: each range is kept for fiction by the
 * authority of its country (555-0100 to 0199 in North America, Ofcom's and ACMA's drama numbers,
 * ARCEP's, BNetzA's and PTS's likewise). All are valid as numbers go.
 */
export const SAMPLE_AUDIENCE: {
  readonly name: string;
  readonly variables: readonly string[];
  readonly contacts: readonly SampleContact[];
} = {
  name: "Sample audience",
  variables: ["first_name", "plan", "renewal_date"],
  contacts: [
    sample("Ana Lee", "+14155550132", "Gold", "March 14"),
    sample("Kwame Mensah", "+12125550147", "Basic", "March 16"),
    sample("Priya Natarajan", "+13125550118", "Silver", "March 16"),
    sample("Tomás Herrera", "+13055550164", "Gold", "March 18"),
    sample("Yuki Tanaka", "+12065550109", "Basic", "March 19"),
    sample("Fatima Al-Sayed", "+17135550186", "Silver", "March 20"),
    sample("Liam O’Connor", "+16175550121", "Gold", "March 21"),
    sample("Mei-Ling Chen", "+16045550175", "Basic", "March 22"),
    sample("Étienne Tremblay", "+15145550139", "Silver", "March 24"),
    sample("Naomi Begay", "+15055550153", "Gold", "March 25"),
    sample("Oluwaseun Adeyemi", "+442079460112", "Basic", "March 26"),
    sample("Charlotte Hughes", "+442079460834", "Gold", "March 27"),
    sample("Harpreet Singh", "+441214960377", "Silver", "March 28"),
    sample("Rhys Morgan", "+442920180546", "Basic", "March 30"),
    sample("Isla MacLeod", "+441314960728", "Gold", "March 31"),
    sample("Aoife Byrne", "+441614960461", "Silver", "April 1"),
    sample("Camille Dubois", "+33199004382", "Basic", "April 2"),
    sample("Jürgen Schäfer", "+493023125417", "Gold", "April 3"),
    sample("Zeynep Yılmaz", "+493023125886", "Silver", "April 4"),
    sample("Astrid Lindqvist", "+46846500472", "Basic", "April 6"),
    sample("Emre Demir", "+46701740619", "Gold", "April 7"),
    sample("Nguyễn Thu Hà", "+61255504913", "Silver", "April 8"),
    sample("Jack Thompson", "+61370106284", "Basic", "April 9"),
    sample("Anahera Ngata", "+61491570156", "Gold", "April 10"),
  ],
};

function sample(name: string, phone: string, plan: string, renewalDate: string): SampleContact {
  return {
    name,
    phone: phoneNumber.parse(phone),
    variables: { first_name: firstNameOf(name), plan, renewal_date: renewalDate },
  };
}

/** In Vietnamese the given name stands last. */
function firstNameOf(name: string): string {
  const parts = name.split(" ");
  return (name.startsWith("Nguyễn ") ? parts.at(-1) : parts[0]) ?? name;
}
