import type { NameTrait } from './library-contents.ts';
import type { Planner, ScenePlan } from './scene-plan.ts';
import { titleOf } from './words.ts';

/** The paths of the scenes of one set: per scene its files, the primary first. `n` makes them unique. */
type DifficultPaths = (n: number) => readonly (readonly string[])[];

const NFC_NAME = 'Café Noir'.normalize('NFC');
const NFD_NAME = 'Café Noir'.normalize('NFD');
/** A file name may be 255 bytes long on the usual file systems. */
const LONG_NAME = 'The Exceedingly Long Title of a Scene That Somebody Really Did Type Out in Full '.repeat(
  2,
);

/** One scene with one file. */
const single =
  (toPath: (n: number) => string): DifficultPaths =>
  (n) => [[toPath(n)]];

const DIFFICULT_PATHS: readonly (readonly [NameTrait, DifficultPaths])[] = [
  ['WILDCARD_TWIN', (n) => [[`wild ${n}/clip_one ${n}.mp4`], [`wild ${n}/clipXone ${n}.mp4`]]],
  ['BLANKS', single((n) => `edges/ leading blank ${n}.mp4`)],
  ['PUNCTUATION', single((n) => `punctuation/The "Quoted" Scene ${n}.mp4`)],
  ['UNICODE_TWIN', (n) => [[`unicode/${NFC_NAME} ${n}.mp4`], [`unicode/${NFD_NAME} ${n}.mp4`]]],
  ['BLANKS', single((n) => `edges/trailing blank ${n} .mp4`)],
  ['PUNCTUATION', single((n) => `punctuation/It's Not O'Clock ${n}.mp4`)],
  ['WILDCARD_TWIN', (n) => [[`wild/${n} 100%.mp4`], [`wild/${n} 100x.mp4`]]],
  ['PUNCTUATION', single((n) => `punctuation/[Nightshift] Bracketed {Title} (2023) ${n}.mp4`)],
  ['UNICODE', single((n) => `unicode/Party 🎉 Night 👩‍❤️‍👩 ${n}.mp4`)],
  ['BACKSLASH', single((n) => `punctuation/back\\slash ${n}.mp4`)],
  ['CASE_TWIN', (n) => [[`Case Study ${n}/Clip.mp4`], [`case study ${n}/clip.mp4`]]],
  ['PUNCTUATION', single((n) => `punctuation/Part #${n}.mp4`)],
  ['TWO_FILES', (n) => [[`dupes/a original ${n}.mp4`, `dupes/copies/b original ${n} (1).mp4`]]],
  ['BLANKS', single((n) => `edges/folder ${n} /inside.mp4`)],
  ['UNICODE', single((n) => `unicode/日本語のタイトル「夜明け」${n}.mp4`)],
  ['PUNCTUATION', single((n) => `punctuation/Salt & Pepper ${n}.mp4`)],
  ['LONG', single((n) => `long/${LONG_NAME}and Then Some More Words (2024-02-29) [1080p] [h264] ${n}.mp4`)],
  ['EXTENSION', single((n) => `edges/movie ${n}.mp4.mkv`)],
  ['GENERIC', (n) => [1, 2, 3].map((disc) => [`Anthology ${n}/disc${disc}/scene.mp4`])],
  ['PUNCTUATION', single((n) => `punctuation/One+One=${n}.mp4`)],
  ['WILDCARD_TWIN', single((n) => `wild/50%25 off %2F name ${n}.mp4`)],
  ['UNICODE', single((n) => `unicode/ÜBER UNS ${n}.mp4`)],
  ['BLANKS', single((n) => `edges/double  blank ${n}.mp4`)],
  ['EXTENSION', single((n) => `edges/to be continued ${n}....mp4`)],
  ['TWO_FILES', (n) => [[`${titleOf(n)} ${n}/part 1.mp4`, `${titleOf(n)} ${n}/part 2.mp4`]]],
  ['PUNCTUATION', single((n) => `a(b)[c] ${n}/regex special.mp4`)],
  ['UNICODE', single((n) => `unicode/Ночь в городе ${n} (2022).mp4`)],
  ['EXTENSION', single((n) => `edges/LOUD ${n}.MP4`)],
  ['NO_FILE', () => [[]]],
  ['PUNCTUATION', single((n) => `punctuation/star * night, who? ${n}; done!.mp4`)],
  ['UNICODE', single((n) => `unicode/${'Straßenfest Größe'.normalize('NFD')} ${n}.mp4`)],
  ['BLANKS', single((n) => `edges/dots and blanks ${n}. ./inside ${n}.mp4`)],
];

/** Names that trip up who compares, escapes, folds or splits them carelessly. */
export const DIFFICULT_PLANNERS: readonly Planner[] = DIFFICULT_PATHS.map(
  ([trait, toPaths]) =>
    ({ serial, random, cast }) =>
      toPaths(serial).map((paths, index): ScenePlan => {
        const studioId = random.chance(0.5) ? random.pick(cast.studios).id : null;
        const title = random.chance(0.5) ? '' : `${titleOf(serial)}${index > 0 ? `, part ${index + 1}` : ''}`;
        return { trait, paths, title, studioId, performerIds: [], date: null, code: '' };
      }),
);
