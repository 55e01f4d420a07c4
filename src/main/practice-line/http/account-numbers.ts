/** Numbers that the practice account may call from; all of ranges kept for fiction. */
export const PURCHASED_NUMBERS = ["+12025550100", "+14155550100"] as const;
export const VERIFIED_NUMBERS = ["+442079460000"] as const;

/** Twilio's own test number, which every test account may call from. */
const TEST_CALLER = "+15005550006";

export function mayCallFrom(number: string): boolean {
  return [...PURCHASED_NUMBERS, ...VERIFIED_NUMBERS, TEST_CALLER].includes(number);
}

/** "(415) 867-5309"; numbers outside North America stay as they are. */
export function formattedNumber(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts === null ? number : `(${parts[1]}) ${parts[2]}-${parts[3]}`;
}
