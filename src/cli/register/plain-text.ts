const LONGEST = 80;

/** A name that came from elsewhere, on one line: a title must not move the cursor of somebody's terminal. */
export function toPlainText(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
