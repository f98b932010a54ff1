import { isObject, type JsonObject } from '../contract/object-shape.ts';
import type { FileReport } from '../scanner/file-report.ts';
import { guessTitle } from '../scanner/guess-title.ts';
import type { ScanFile } from '../scanner/scan-file.ts';
import { type ItemSource, itemsFromList } from './item-source.ts';
import type { PmsItem } from './pms-item.ts';

/** Full paths. */
export interface FileChanges {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** A library made of files: one item a file, unmatched until a scan says otherwise. */
export class ScannedLibrary {
  readonly #locations: readonly string[];
  readonly #agent: string;
  #files: readonly ScanFile[];
  #items: PmsItem[];
  #positions: ReadonlyMap<string, number>;
  #nextRatingKey: number;

  /**
   * @param locations the library's folders; each file lies in one.
   * @param paths full paths of the files.
   * @param firstRatingKey ratingKey of the first item; the others count up from it.
   * @param agent decides how an unmatched item is named.
   */
  constructor(locations: readonly string[], paths: readonly string[], firstRatingKey: number, agent: string) {
    this.#locations = locations;
    this.#agent = agent;
    this.#files = paths.map((path) => ({ path, location: getLocation(path, locations) }));
    this.#items = paths.map((path, index) => toUnmatchedItem(path, firstRatingKey + index, agent));
    this.#positions = toPositions(paths);
    this.#nextRatingKey = firstRatingKey + paths.length;
  }

  get files(): readonly ScanFile[] {
    return this.#files;
  }

  get items(): ItemSource {
    return itemsFromList(this.#items);
  }

  /** Files that appeared and files that went since the last look; an item goes with its file. */
  change({ added = [], removed = [] }: FileChanges): void {
    const gone = new Set(removed);
    const kept = this.#files.map(({ path }) => !gone.has(path));
    this.#files = this.#files.filter((_, position) => kept[position]);
    this.#items = this.#items.filter((_, position) => kept[position]);
    for (const path of added) {
      this.#files = [...this.#files, { path, location: getLocation(path, this.#locations) }];
      this.#items.push(toUnmatchedItem(path, this.#nextRatingKey, this.#agent));
      this.#nextRatingKey += 1;
    }
    this.#positions = toPositions(this.#files.map(({ path }) => path));
  }

  /** Takes what a scan learnt about one of the files. A refresh that failed changes nothing but the guid. */
  record({ file, guid, metadata }: FileReport): void {
    const position = this.#positions.get(file.path);
    const item = position === undefined ? undefined : this.#items[position];
    if (position === undefined || item === undefined || guid === undefined) return;
    this.#items[position] = { ...item, guid, ...(metadata === undefined ? {} : toShown(metadata, item)) };
  }
}

function toPositions(paths: readonly string[]): ReadonlyMap<string, number> {
  return new Map(paths.map((path, index) => [path, index]));
}

/** Newer agents name an unmatched item `tv.plex.agents.none://`, older ones `local://` (a published PMS log). */
function toUnmatchedItem(path: string, ratingKey: number, agent: string): PmsItem {
  const scheme = agent.startsWith('tv.plex.agents.') ? 'tv.plex.agents.none' : 'local';
  const { title, year } = guessTitle(path);
  return {
    ratingKey: String(ratingKey),
    guid: `${scheme}://${ratingKey}`,
    title,
    ...(year === undefined ? {} : { year }),
    addedAt: 1_700_000_000 + ratingKey,
    updatedAt: 1_700_000_000 + ratingKey,
    Media: [
      {
        id: String(ratingKey),
        Part: [{ id: String(ratingKey), key: `/library/parts/${ratingKey}/file`, file: path }],
      },
    ],
  };
}

function toShown(metadata: JsonObject, item: PmsItem): Partial<PmsItem> {
  return {
    title: findText(metadata.title) ?? item.title,
    ...(typeof metadata.year === 'number' ? { year: metadata.year } : {}),
    ...pickTexts(metadata, ['summary', 'studio', 'thumb', 'originallyAvailableAt']),
    ...pickTags(metadata, ['Genre', 'Role', 'Director', 'Collection']),
    Guid: listObjects(metadata.Guid).flatMap(({ id }) => (typeof id === 'string' ? [{ id }] : [])),
  };
}

function pickTexts(metadata: JsonObject, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = findText(metadata[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function pickTags(metadata: JsonObject, names: readonly string[]): Record<string, { tag: string }[]> {
  const toTags = (value: unknown) =>
    listObjects(value).flatMap(({ tag }) => (typeof tag === 'string' ? [{ tag }] : []));
  return Object.fromEntries(
    names.filter((name) => metadata[name] !== undefined).map((name) => [name, toTags(metadata[name])]),
  );
}

function getLocation(path: string, locations: readonly string[]): string {
  const holding = locations.filter((location) => isBelow(path, location));
  const longest = holding.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined)
    throw new TypeError(`expected a file below one of ${locations.join(', ')}, but got: ${path}`);
  return longest;
}

function isBelow(path: string, location: string): boolean {
  const rest = path.startsWith(location) ? path.slice(location.length) : '';
  return /[\\/]$/.test(location) ? rest !== '' : /^[\\/]./.test(rest);
}

function findText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listObjects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
