import { PlexNotRead } from '../gaps/plex-library.ts';
import type { ListedSection } from './sections.ts';

export interface SectionChoice {
  /** `PLEX_LIBRARIES`: titles or keys; empty for every movie library that uses our agent. */
  readonly wanted: readonly string[];
  /** Our identifier among Plex's agents; `undefined` for libraries of any agent. */
  readonly providerId: string | undefined;
}

/** Libraries named in one sentence, and letters of a title: a list stays readable. */
const MOST_NAMED = 20;
const LONGEST_TITLE = 60;

/** The movie libraries to compare. Throws `NO_LIBRARY` when one that was named does not exist, or none is left. */
export function chooseSections(
  all: readonly ListedSection[],
  { wanted, providerId }: SectionChoice,
): readonly ListedSection[] {
  const movies = all.filter(({ type }) => type === 'movie');
  if (wanted.length > 0) return chooseNamed(movies, all, wanted);
  const ours = movies.filter(({ agent }) => providerId === undefined || agent === providerId);
  if (ours.length > 0) return ours;
  if (providerId === undefined) throw toNoLibrary('Plex has no library of movies.');
  throw toNoLibrary(
    `No movie library of Plex uses the agent ${providerId}: choose it in the settings of a library, or name libraries in PLEX_LIBRARIES. ${toOffer(movies)}`,
  );
}

function chooseNamed(
  movies: readonly ListedSection[],
  all: readonly ListedSection[],
  wanted: readonly string[],
): readonly ListedSection[] {
  const missing = wanted.filter((name) => !movies.some((section) => isNamed(section, name)));
  const [first] = missing;
  if (first === undefined) return movies.filter((section) => wanted.some((name) => isNamed(section, name)));
  const isOther = missing.length === 1 && all.some((section) => isNamed(section, first));
  const problem = isOther ? 'is not a library of movies' : 'is not in Plex';
  throw toNoLibrary(`PLEX_LIBRARIES names ${toNames(missing)}, which ${problem}. ${toOffer(movies)}`);
}

/** Titles are compared as people type them; a key only as it is. */
function isNamed({ key, title }: ListedSection, name: string): boolean {
  return key === name.trim() || toTyped(title) === toTyped(name);
}

function toTyped(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function toOffer(movies: readonly ListedSection[]): string {
  if (movies.length === 0) return 'Plex shows us no movie library at all.';
  return `Its movie libraries are ${toNames(movies.map(({ title }) => title))}.`;
}

function toNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `"${name.slice(0, LONGEST_TITLE)}"`);
  const rest = names.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function toNoLibrary(detail: string): PlexNotRead {
  return new PlexNotRead({ reason: 'NO_LIBRARY', detail });
}
