import { isDistinctiveName } from '../../matching/distinctive-name.ts';

/** How much one pair says: `SIZE` and a telling `NAME` count alone, `LIKELY` only beside many that say the same. */
export type PairStrength = 'SIZE' | 'NAME' | 'LIKELY';

const ORDINARY_WORDS =
  /(?<!\p{L})(?:scene|video|movie|film|clip|part|disc|file|folder|copy|sample|untitled|final|full|img|mov|dsc|dcim|cd|vid)s?(?!\p{L})/giu;
const LETTERS_NEEDED = 4;

/**
 * What two files with the same trailing segments are worth as evidence, `undefined` for nothing: `scene1.mp4` and
 * `0001.mp4` are found in libraries that have nothing to do with each other.
 */
export function findPairStrength(
  trailing: readonly string[],
  haveSameSize: boolean,
): PairStrength | undefined {
  if (haveSameSize) return 'SIZE';
  const baseName = trailing.at(-1) ?? '';
  const folders = trailing.slice(0, -1).join(' ');
  if (isDistinctiveName(folders === '' ? baseName : `${folders} ${baseName}`)) return 'NAME';
  const stem = baseName.replace(/\.[^.]*$/, '');
  const telling = `${folders} ${stem}`.replace(ORDINARY_WORDS, '').match(/\p{L}/gu) ?? [];
  return telling.length >= LETTERS_NEEDED ? 'LIKELY' : undefined;
}
