import {
  type LibraryPair,
  type MadeFile,
  type ShelfFile,
  makeShelf,
  toLibraryPair,
} from './library-pairs.ts';

type ToPath = (file: ShelfFile, place: number) => string;

function make(count: number, toPlex: ToPath, toStash: ToPath): MadeFile[] {
  return makeShelf(count, 7).map((file, place) => ({
    plex: toPlex(file, place),
    stash: toStash(file, place),
    size: file.size,
  }));
}

function isOnFirstDisk({ studio }: ShelfFile): boolean {
  return Number(studio.at(-1)) % 2 === 0;
}

/** Libraries that hold the same files in different folders, by what is different; all can be mapped. */
export const RELATED_LIBRARIES: Readonly<Record<string, (count: number, sizes: boolean) => LibraryPair>> = {
  'another root': pair(
    (file) => `/media/Adult/${file.studio}/${file.name}`,
    (file) => `/nas/content/${file.studio}/${file.name}`,
  ),
  'nested roots': pair(
    (file) => `${isOnFirstDisk(file) ? '/media' : '/media/archive/old'}/${file.studio}/${file.name}`,
    (file) => `${isOnFirstDisk(file) ? '/data' : '/vault'}/${file.studio}/${file.name}`,
  ),
  'two Plex roots in one Stash root': pair(
    (file) => `${isOnFirstDisk(file) ? '/disk1/a' : '/disk2/b'}/${file.studio}/${file.name}`,
    (file) => `/data/${file.studio}/${file.name}`,
  ),
  'one Plex root in two Stash roots': pair(
    (file) => `/data/${file.studio}/${file.name}`,
    (file) => `${isOnFirstDisk(file) ? '/disk1/a' : '/disk2/b'}/${file.studio}/${file.name}`,
  ),
  'Windows and Linux': pair(
    (file) => `D:\\Media\\${file.studio}\\${file.name}`,
    (file) => `/data/${file.studio}/${file.name}`,
  ),
  'a network share': pair(
    (file) => `\\\\nas\\share\\${file.studio}\\${file.name}`,
    (file) => `/data/${file.studio}/${file.name}`,
  ),
  'a network share named by address, and a folder in between': pair(
    (file) => `/data/${file.studio}/x/${file.name}`,
    (file) => `\\\\10.0.0.5\\share\\${file.studio}\\${file.name}`,
  ),
  'a year folder after the studio': pair(
    (file) => `/media/${file.studio}/${file.year}/${file.name}`,
    (file) => `/data/${file.studio}/${file.name}`,
  ),
  'a year folder before the studio': pair(
    (file) => `/media/${file.year}/${file.studio}/${file.name}`,
    (file) => `/data/${file.studio}/${file.name}`,
  ),
  'a year folder in Stash that the name tells': pair(
    (file) => `/media/${file.studio}/${file.year}-03-01 ${file.name}`,
    (file) => `/data/${file.studio}/${file.year}/${file.year}-03-01 ${file.name}`,
  ),
  'studio folders in Plex only': pair(
    (file) => `/media/${file.studio}/${file.name}`,
    (file) => `/data/${file.name}`,
  ),
  'a folder for every file in Plex': pair(
    (file) => `/media/${file.name.slice(0, -4)}/${file.name}`,
    (file) => `/data/${file.name}`,
  ),
  'letter case': pair(
    (file) => `/Media/${file.studio.toUpperCase()}/${file.name}`,
    (file) => `/data/${file.studio}/${file.name.toUpperCase()}`,
  ),
  'dollar signs and brackets': pair(
    (file) => `/media/$1 (x) [y]+/${file.studio}/${file.year}/${file.name}`,
    (file) => `/data/$& \${z}/${file.studio}/${file.name}`,
  ),
  'duplicates everywhere': (count, sizes) => toLibraryPair(listDuplicates(count), { sizes }),
  'half the files missing': (count, sizes) =>
    toLibraryPair(
      make(
        count,
        (file) => `/media/${file.studio}/${file.name}`,
        (file) => `/data/${file.studio}/${file.name}`,
      ),
      { sizes, keep: (place, side) => place % 4 !== (side === 'plex' ? 0 : 2) && place % 8 !== 1 },
    ),
};

function pair(toPlex: ToPath, toStash: ToPath): (count: number, sizes: boolean) => LibraryPair {
  return (count, sizes) => toLibraryPair(make(count, toPlex, toStash), { sizes });
}

/** Every file lies twice in both libraries, under a name that every studio has. */
function listDuplicates(count: number): MadeFile[] {
  const files = makeShelf(count / 2, 9).map((file, place) => ({ ...file, name: `scene ${place % 25}.mp4` }));
  const made = files.flatMap(({ studio, name, size }) =>
    ['first', 'second'].map((copy) => ({
      plex: `/media/${copy}/${studio}/${name}`,
      stash: `/data/videos/${copy}/${studio}/${name}`,
      size,
    })),
  );
  return [...new Map(made.map((file) => [file.plex, file])).values()];
}
