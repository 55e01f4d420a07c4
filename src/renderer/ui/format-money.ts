/** What the carrier bills or holds, in its own currency: "$12.34", "€0.09". */
export function formatMoney({ amount, currency }: { amount: number; currency: string }): string {
  try {
    return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amount);
  } catch {
    // A currency that is no ISO 4217 code.
    return `${amount.toFixed(2)} ${currency}`;
  }
}
