import { isNoiseWord, isTechnicalWord, withoutGroup } from './release-noise.ts';
import { cleanLine } from './text/clean-line.ts';

const VIDEO_EXTENSIONS =
  /(?:\.(?:mp4|m4v|mkv|webm|avi|divx|wmv|asf|mov|qt|mpe?g|m2ts|mts|ts|vob|flv|f4v|3gp|3g2|ogv|ogm|rmvb|rm|strm)){1,3}$/i;

/** Names in which dots or blanks belong together: `H.264`, `WEB.DL`, `DDP5.1`. */
const CODEC = /\b([hx])[. ](26[45])\b/gi;
const WEB_DL = /\bweb[. ]dl\b/gi;
const SOUND = /\b(ddp?|aac|dts|e?ac3)[. ]?(\d)[. ](\d)\b/gi;
/** A dot, or a date such as `24.01.15` whose dots stay. */
const DOT_OR_DATE = /(?<!\d)(?:\d{2}|\d{4})\.\d{2}\.(?:\d{2}|\d{4})(?!\d)|\./g;
const BRACKETS = /[[({]([^[\](){}]*)[\])}]/g;
const EDGES = /^[\s._-]+|(?<![\s_-])[\s_-]+$/g;
/** A dot with a word on either side. */
const SEPARATING_DOT = /(?<=[^.\s])\.(?=[^.\s])/g;

/**
 * A title from a file name: extension, resolution, codec, source and release group out, dots and underscores to blanks.
 * What would leave nothing is not done; `undefined` only when the name itself has nothing visible.
 */
export function cleanFileName(fileName: string): string | undefined {
  const stem = fileName.replace(VIDEO_EXTENSIONS, '');
  const words = dropNoise(dropNoisyBrackets(toSpaced(stem)).trim().split(/\s+/));
  return cleanLine(words.join(' ').replace(EDGES, '')) ?? cleanLine(stem) ?? cleanLine(fileName);
}

/** Dots separate words only in names that have more of them than blanks: `Mr. Smith's Day` keeps its dot. */
function toSpaced(stem: string): string {
  const joined = stem.replace(CODEC, '$1$2').replace(WEB_DL, 'WEB-DL').replace(SOUND, '$1$2$3');
  const words = joined.replaceAll('_', ' ');
  if (words.split(SEPARATING_DOT).length <= words.split(/\s+/).length) return words;
  return words.replace(DOT_OR_DATE, (found) => (found === '.' ? ' ' : found));
}

function dropNoisyBrackets(text: string): string {
  return text.replace(BRACKETS, (whole, inside: string) =>
    inside.split(/[\s,]+/).every((word) => word === '' || isNoiseWord(word)) ? ' ' : whole,
  );
}

/** Technical words go wherever they are; ambiguous ones only from a tail that has a technical word. */
function dropNoise(words: readonly string[]): readonly string[] {
  const bare = words.with(-1, withoutGroup(words.at(-1) ?? ''));
  const end = bare.findLastIndex((word) => !isNoiseWord(word)) + 1;
  const isRelease = bare.slice(end).some(isTechnicalWord);
  return (isRelease ? bare.slice(0, end) : words).filter((word) => !isTechnicalWord(word));
}
