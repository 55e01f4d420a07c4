/**
 * Whether a cell looks like a phone number to the eye: enough digits, and nothing but what is
 * written between them. Dates and amounts look alike, and are told apart.
 */
export function isPhoneLike(cell: string): boolean {
  const text = cell.trim();
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  if (/^\+?\d[.,]\d+E\+\d+$/i.test(text)) return true;
  if (digits < 7 || digits > 16) return false;
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/.test(text)) return false;
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text)) return false;
  if (/^[-+]?[\d.,]*[.,]\d{2}$/.test(text) && !/[.,]\d{2}[.,]\d{2}/.test(text)) return false;
  return /^[\p{Nd}\s+()[\]./'"=\u2010-\u2015\u00ad\u200b-\u200f\u202a-\u202e-]+((ext|x|#)[\s.]*\p{Nd}+)?$/iu.test(
    text,
  );
}
