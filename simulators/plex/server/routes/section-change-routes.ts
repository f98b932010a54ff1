import type { LibrarySetup } from '../library-setup.ts';
import { setUpLibrary } from '../library-setup.ts';
import { toDirectory } from '../directory-writing.ts';
import { containerOf, type PmsAnswer } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';
import type { PmsSection } from '../pms-section.ts';
import type { PmsState } from '../pms-state.ts';

const BUILT_IN = new Set(['tv.plex.agents.movie', 'tv.plex.agents.series', 'tv.plex.agents.none']);
const SCANNERS = new Set(['Plex Movie', 'Plex TV Series', 'Plex Video Files']);

/**
 * Making and changing libraries as PMS 1.43 does it: the documented `POST /library/sections/all` is not there, the
 * older `POST /library/sections` is (verified live on PMS 1.43.4 by a published project).
 */
export const sectionChangeRoutes: readonly PmsRoute[] = [
  { method: 'POST', path: /^\/library\/sections\/all$/, answer: () => ({ kind: 'HTML', status: 404 }) },
  {
    method: 'POST',
    path: /^\/library\/sections$/,
    answer: (state, { query }) => createSection(state, query),
  },
  {
    method: 'PUT',
    path: /^\/library\/sections\/(\d+)$/,
    answer: (state, { query }, [key = '']) => changeSection(state, query, key),
  },
];

function createSection(state: PmsState, query: URLSearchParams): PmsAnswer {
  const [title = '', type = '', agent = '', language = '', scanner = ''] = [
    'name',
    'type',
    'agent',
    'language',
    'scanner',
  ].map((name) => query.get(name) ?? '');
  const locations = query.getAll('location');
  const isWhole = title !== '' && language !== '' && SCANNERS.has(scanner) && locations.length > 0;
  const fits = (type === 'movie' || type === 'show') && knowsAgent(state, agent, query);
  if (!isWhole || !fits) return { kind: 'HTML', status: 400 };
  const setup: LibrarySetup = { title, type, agent, locations, files: listFiles(state, locations) };
  const { section, scanned } = setUpLibrary(setup, state.sections.size);
  if (scanned) state.scanned.set(section.key, scanned);
  return keep(state, { ...section, language, scanner, ...groupOf(query) });
}

function listFiles({ disk }: PmsState, locations: readonly string[]): string[] {
  const isBelow = (path: string, folder: string) =>
    path.startsWith(folder) && /^[\\/]/.test(path.slice(folder.replace(/[\\/]$/, '').length));
  return disk.filter((path) => locations.some((folder) => isBelow(path, folder)));
}

/** `locations` replaces the folders, whatever the document says: a careful client leaves it out. */
function changeSection(state: PmsState, query: URLSearchParams, key: string): PmsAnswer {
  const section = state.sections.get(key);
  const agent = query.get('agent');
  if (section === undefined) return { kind: 'HTML', status: 404 };
  if (agent === null || !knowsAgent(state, agent, query)) return { kind: 'HTML', status: 400 };
  const locations = query.get('locations')?.split(',');
  state.sections.set(key, {
    ...section,
    agent,
    title: query.get('name') ?? section.title,
    scanner: query.get('scanner') ?? section.scanner,
    language: query.get('language') ?? section.language,
    ...(locations && { locations }),
    ...groupOf(query),
  });
  return { kind: 'EMPTY' };
}

function knowsAgent({ registry }: PmsState, agent: string, query: URLSearchParams): boolean {
  const groupId = query.get('metadataAgentProviderGroupId');
  if (groupId === null) return BUILT_IN.has(agent);
  return registry.findGroup(Number(groupId))?.primaryIdentifier === agent;
}

function groupOf(query: URLSearchParams): { groupId?: string } {
  const groupId = query.get('metadataAgentProviderGroupId');
  return groupId === null ? {} : { groupId };
}

function keep(state: PmsState, section: PmsSection): PmsAnswer {
  state.sections.set(section.key, section);
  return containerOf('Directory', [toDirectory(section)]);
}
