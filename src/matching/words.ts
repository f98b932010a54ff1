const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const APOSTROPHE = /['’`´]/g;
const ACCENT = /\p{M}/gu;

/** Splits text into lower-case words without accents, so that `Don’t_Stop` and `dont stop` read the same. */
export function toWords(text: string): string[] {
  const plain = text.replace(APOSTROPHE, '').normalize('NFKD').replace(ACCENT, '').normalize('NFC');
  return plain.toLowerCase().match(WORD) ?? [];
}
