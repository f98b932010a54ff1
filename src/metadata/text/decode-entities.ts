import { namedEntities } from './named-entities.ts';

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi;
const LAST_CODE_POINT = 0x10ffff;
const windows1252 = new TextDecoder('windows-1252');

/** Decodes HTML entities once: `&amp;lt;` becomes `&lt;`. What is not an entity, or an unknown one, stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return namedEntities.get(name) ?? namedEntities.get(name.toLowerCase()) ?? whole;
    return toCharacter(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal));
  });
}

/** As browsers do, 128 to 159 mean Windows-1252; what is no character at all vanishes. */
function toCharacter(codePoint: number): string {
  if (codePoint > LAST_CODE_POINT) return '';
  if (codePoint >= 128 && codePoint <= 159) return windows1252.decode(Uint8Array.of(codePoint));
  return String.fromCodePoint(codePoint);
}
