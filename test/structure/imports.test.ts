import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

const EDGES = ['provider', 'artwork', 'api', 'scheduler', 'doctor'];
const CORE = ['paths', 'matching', 'metadata', 'catalog', 'gaps'];
const ADAPTERS = ['stash', 'pms', 'store'];
const BASE = ['lib', 'model', 'observe'];

/** Which folders of src each folder may import from, besides itself. Types of `config` are everybody's. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['cli', 'lib'],
  cli: ['app.ts', 'wiring', 'config', 'http', ...EDGES, ...CORE, ...ADAPTERS, ...BASE],
  'app.ts': ['wiring', 'config', 'http', ...EDGES, ...CORE, ...ADAPTERS, ...BASE],
  wiring: ['config', 'http', ...EDGES, ...CORE, ...ADAPTERS, ...BASE],
  config: [...CORE, ...BASE],
  http: BASE,
  ...Object.fromEntries(EDGES.map((edge) => [edge, ['http', ...CORE, ...ADAPTERS, ...BASE]])),
  ...Object.fromEntries(CORE.map((core) => [core, [...CORE, ...BASE]])),
  ...Object.fromEntries(ADAPTERS.map((adapter) => [adapter, [...CORE, ...BASE]])),
  observe: ['lib', 'model', 'matching', 'gaps', 'catalog'],
  model: [],
  lib: ['model'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const files = globSync('src/**/*.ts', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
const sources = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

function importsOf(file: string, source: string): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gms);
  return [...statements].map(([, type, target = '']) => ({
    from: file,
    to: target.startsWith('.') ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target,
    isTypeOnly: type !== undefined,
  }));
}

/** The top-level member of src that a file belongs to. */
function areaOf(file: string): string {
  return file.split('/')[1] ?? '';
}

describe('the structure of src', () => {
  it('lets imports point in one direction only', () => {
    const wrong = imports.filter(({ from, to, isTypeOnly }) => {
      if (!to.startsWith('src/') || areaOf(from) === areaOf(to)) return false;
      if (areaOf(to) === 'config' && isTypeOnly) return false;
      return !(MAY_IMPORT[areaOf(from)] ?? []).includes(areaOf(to));
    });
    expect(wrong).toEqual([]);
  });

  it('knows every folder of src', () => {
    const unknown = [...new Set(files.map(areaOf))].filter((area) => !(area in MAY_IMPORT));
    expect(unknown).toEqual([]);
  });

  it('has no import cycles', () => {
    const next = Map.groupBy(
      imports.filter(({ to, isTypeOnly }) => to.startsWith('src/') && !isTypeOnly),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (trail.includes(file) || done.has(file)) return;
      for (const { to } of next.get(file) ?? []) visit(to, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it.each([
    ['node:sqlite', ['src/store/database.ts', 'src/store/data-folder-lock.ts']],
    ['commander', undefined],
  ])('imports %s in its own place only', (name, allowed) => {
    const importers = imports.filter(({ to }) => to === name).map(({ from }) => from);
    expect(importers.filter((file) => !(allowed ? allowed.includes(file) : areaOf(file) === 'cli'))).toEqual(
      [],
    );
  });

  it.each([
    ['process.env', ['src/cli/environment.ts']],
    ['fetch(', ['src/stash/transport.ts', 'src/pms/transport.ts', 'src/cli/admin-client.ts']],
    ['Date.now(', ['src/lib/clock.ts']],
    ['export default', []],
  ])('uses %s in its own place only', (text, allowed: readonly string[]) => {
    const pattern = new RegExp(`(?<![\\w.])${text.replace(/[.(]/g, '\\$&')}`);
    const users = [...sources]
      .filter(([, source]) => pattern.test(withoutComments(source)))
      .map(([file]) => file);
    expect(users.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it('has no barrels', () => {
    expect(files.filter((file) => /\/index\.ts$/.test(file))).toEqual([]);
  });

  it('loads what only people need, or only a picture, when it is needed and not before', () => {
    const heavy = ['graphql', 'graphql-yoga', '@graphql-inspector/core', 'sharp', 'pino-pretty'];
    const loaded = listLoaded('src/cli/run-program.ts');
    expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
  });
});

/** Everything that comes with a file, near or far: files and packages. */
function listLoaded(first: string): ReadonlySet<string> {
  const loaded = new Set([first]);
  for (const file of loaded)
    for (const { from, to, isTypeOnly } of imports) if (from === file && !isTypeOnly) loaded.add(to);
  return loaded;
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
