import { afterAll, describe, expect, it } from 'vitest';
import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import type { FileNameForm } from '../../simulators/plex/scanner/file-name-form.ts';
import { type MatchedFile, matchOnly } from '../support/match-only.ts';
import { startScanWorld, toScanFile } from '../support/scan-world.ts';

const world = await startScanWorld({ scenes: 3000, extraGeneric: 120, extraSpecific: 120 });
const { files, service, stash } = world;
afterAll(() => world[Symbol.asyncDispose]());

const SHARE = 0.995;

/** Forms that tell which folder a file is in. */
const WITH_FOLDER: readonly FileNameForm[] = [
  'RELATIVE_SLASH',
  'WITH_LIBRARY_FOLDER',
  'WITH_LIBRARY_FOLDER_SLASH',
  'ABSOLUTE',
  'WINDOWS_RELATIVE',
  'WINDOWS_WITH_LIBRARY_FOLDER',
];

const isInStash = ({ origin }: SimulatedFile): boolean => origin === 'STASH';
const isGeneric = ({ origin }: SimulatedFile): boolean => origin === 'EXTRA_GENERIC';

const foldedName = ({ path }: SimulatedFile): string =>
  (path.split('/').at(-1) ?? '').normalize('NFC').toLowerCase();

const namesInStash = Map.groupBy(files.filter(isInStash), foldedName);

/** By its name alone a file can be told when no other has that name and it says something: four words of four letters. */
function isDecidableByName(file: SimulatedFile): boolean {
  const name = foldedName(file);
  const words = new Set(name.replace(/\.[a-z0-9]{2,4}$/, '').match(/\p{L}{4,}/gu));
  return isInStash(file) && namesInStash.get(name)?.length === 1 && words.size >= 4;
}

function expectRightAnswers(matches: readonly MatchedFile[], decidable: readonly SimulatedFile[]): void {
  const answered = new Map(matches.map(({ file, sceneId }) => [file, sceneId]));
  const wrong = matches.filter(({ file, sceneId }) => sceneId !== undefined && sceneId !== file.sceneId);
  expect(wrong).toEqual([]);
  expect(matches.filter(({ file, sceneId }) => isGeneric(file) && sceneId !== undefined)).toEqual([]);
  const missed = decidable.filter((file) => answered.get(file) === undefined);
  expect(missed.length, `missed ${missed.map(({ path }) => path).join('\n')}`).toBeLessThanOrEqual(
    (1 - SHARE) * decidable.length,
  );
}

describe('a scan of 3,000 scenes that Plex and Stash name differently', () => {
  it('matches and describes every file, none wrongly, in answers that keep the contract', async () => {
    await using scanner = createScanner({
      providerUri: service.provider,
      filenameForm: 'RELATIVE',
      concurrency: 8,
      posterEvery: 1000,
    });
    const report = await scanner.scan(files.map(toScanFile));
    expect(report.violations).toEqual([]);
    expect(report.counts).toMatchObject({ TRANSIENT: 0, FAILED: 0 });
    const byPath = new Map(files.map((file) => [file.path, file]));
    const matches = report.files.flatMap(({ file: { path }, ratingKey }) => {
      const file = byPath.get(path);
      return file ? [{ file, sceneId: ratingKey }] : [];
    });
    expect(matches).toHaveLength(files.length);
    expectRightAnswers(matches, files.filter(isInStash));
    const posters = report.files.flatMap(({ poster }) => poster ?? []);
    expect(posters.length).toBeGreaterThan(0);
    expect(posters.filter(({ kind }) => kind !== 'FETCHED')).toEqual([]);
  });

  it.each(WITH_FOLDER)('matches every file, none wrongly, when file names come as %s', async (form) => {
    const { matches, violations, unanswered } = await matchOnly(service.provider, files, form);
    expect(violations).toEqual([]);
    expect(unanswered).toEqual([]);
    expectRightAnswers(matches, files.filter(isInStash));
  });

  it('matches files whose bare name is telling and unique, and no others wrongly', async () => {
    const decidable = files.filter(isDecidableByName);
    expect(decidable.length).toBeGreaterThan(1000);
    const { matches, violations, unanswered } = await matchOnly(service.provider, files, 'BASENAME');
    expect(violations).toEqual([]);
    expect(unanswered).toEqual([]);
    expectRightAnswers(matches, decidable);
  });

  it('matches nothing, and asks Stash nothing, when requests carry no file name', async () => {
    stash.forgetRequests();
    const { matches, violations, unanswered } = await matchOnly(service.provider, files, 'ABSENT');
    expect(violations).toEqual([]);
    expect(unanswered).toEqual([]);
    expect(matches.filter(({ sceneId }) => sceneId !== undefined)).toEqual([]);
    expect(stash.counts().pathScans).toBe(0);
  });
});
