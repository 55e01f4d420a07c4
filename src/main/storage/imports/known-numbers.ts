import type { PhoneNumber } from "../../../shared/phone-number";

/**
 * Which contact has a number, for millions of them: 16 bytes each where a Map takes five times that.
 * Numbers have at most 15 digits, so that a double holds each exactly.
 */
export class KnownNumbers {
  #numbers = new Float64Array(1024);
  #contacts = new Float64Array(1024);
  #size = 0;

  /** Undefined: nobody has it. */
  contactWith(phone: PhoneNumber): number | undefined {
    const place = this.#placeOf(Number(phone));
    return this.#numbers[place] === 0 ? undefined : this.#contacts[place];
  }

  set(phone: PhoneNumber, contact: number): void {
    const number = Number(phone);
    const place = this.#placeOf(number);
    if (this.#numbers[place] === 0) this.#size += 1;
    this.#numbers[place] = number;
    this.#contacts[place] = contact;
    if (this.#size * 2 > this.#numbers.length) this.#grow();
  }

  /** Where the number stands, or would: the first free place from its own on. */
  #placeOf(number: number): number {
    const last = this.#numbers.length - 1;
    let place = scattered(number) & last;
    while (this.#numbers[place] !== 0 && this.#numbers[place] !== number)
      place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const numbers = this.#numbers;
    const contacts = this.#contacts;
    this.#numbers = new Float64Array(2 * numbers.length);
    this.#contacts = new Float64Array(2 * numbers.length);
    numbers.forEach((number, at) => {
      if (number === 0) return;
      const place = this.#placeOf(number);
      this.#numbers[place] = number;
      this.#contacts[place] = contacts[at]!;
    });
  }
}

/** Numbers of one area differ in their last digits only; the places they get are to differ widely. */
function scattered(number: number): number {
  const high = Math.floor(number / 0x1_0000_0000);
  const mixed = Math.imul((number >>> 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
