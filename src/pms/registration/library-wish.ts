import type { PlexSection } from './plex-section.ts';

/** A library that is to use us: one there is, by title or key, or a new one. */
export type LibraryWish =
  | { readonly kind: 'SWITCH'; readonly name: string }
  | { readonly kind: 'CREATE'; readonly name: string; readonly folders: readonly string[] };

export type LibraryStep =
  | { readonly kind: 'KEEP'; readonly section: PlexSection }
  | { readonly kind: 'SWITCH'; readonly section: PlexSection }
  | { readonly kind: 'CREATE'; readonly name: string; readonly folders: readonly string[] }
  | { readonly kind: 'REFUSED'; readonly problem: string };

/**
 * What has to be done for a library.
 *
 * @param agent our identifier.
 * @param groupId our agent group; `undefined` while there is none, so that no library can use it yet.
 */
export function planLibrary(
  sections: readonly PlexSection[],
  wish: LibraryWish,
  agent: string,
  groupId: string | undefined,
): LibraryStep {
  const uses = (section: PlexSection): boolean =>
    section.agent === agent && groupId !== undefined && (section.groupId ?? groupId) === groupId;
  return wish.kind === 'SWITCH' ? planSwitch(sections, wish, uses) : planCreation(sections, wish, uses);
}

type Uses = (section: PlexSection) => boolean;

function planSwitch(sections: readonly PlexSection[], { name }: LibraryWish, uses: Uses): LibraryStep {
  const named = sections.filter((section) => isNamed(section, name));
  const [section] = named;
  if (section === undefined) return refuse(`Plex has no library "${name}". ${toOffer(sections)}`);
  if (named.length > 1)
    return refuse(`Plex has ${named.length} libraries "${name}": name one by its key. ${toOffer(named)}`);
  if (section.type !== 'movie')
    return refuse(`The library "${section.title}" is not one of movies. ${toOffer(sections)}`);
  return uses(section) ? { kind: 'KEEP', section } : { kind: 'SWITCH', section };
}

function planCreation(
  sections: readonly PlexSection[],
  { name, folders }: Extract<LibraryWish, { kind: 'CREATE' }>,
  uses: Uses,
): LibraryStep {
  const section = sections.find((one) => toTyped(one.title) === toTyped(name));
  if (section === undefined) return { kind: 'CREATE', name, folders };
  if (!uses(section) || section.type !== 'movie')
    return refuse(
      `Plex already has a library "${section.title}", which does not use this provider: choose another name, or switch it with --library.`,
    );
  const missing = folders.filter(
    (folder) => !section.folders.some((one) => toFolder(one) === toFolder(folder)),
  );
  return missing.length === 0
    ? { kind: 'KEEP', section }
    : refuse(
        `Plex already has the library "${section.title}", without ${missing.join(', ')}: add the folder in Plex, or choose another name.`,
      );
}

function refuse(problem: string): LibraryStep {
  return { kind: 'REFUSED', problem };
}

/** Titles are compared as people type them; a key only as it is. */
function isNamed({ key, title }: PlexSection, name: string): boolean {
  return key === name.trim() || toTyped(title) === toTyped(name);
}

function toTyped(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function toFolder(path: string): string {
  return path.normalize('NFC').replace(/[\\/]+$/, '');
}

const MOST_NAMED = 20;

function toOffer(sections: readonly PlexSection[]): string {
  const movies = sections.filter(({ type }) => type === 'movie').slice(0, MOST_NAMED);
  if (movies.length === 0) return 'It has no library of movies at all: make one with --create.';
  return `Its movie libraries are ${movies.map(({ title, key }) => `"${title}" (key ${key})`).join(', ')}.`;
}
