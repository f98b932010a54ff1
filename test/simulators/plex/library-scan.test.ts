import { describe, expect, it } from 'vitest';
import { startPmsSimulator } from '../../../simulators/plex/start-pms-simulator.ts';
import { IDENTIFIER } from '../../support/golden-provider-answers.ts';
import { cannotKnow, startTinyProvider, type TinyProvider } from '../../support/tiny-provider.ts';

const TOKEN = 'pms-token-1';
const files = ['/media/Adult/known 7.mp4', '/media/Adult/VR/stranger (2019).mp4'];

function start(provider: TinyProvider | undefined, agent = IDENTIFIER) {
  return startPmsSimulator({
    token: TOKEN,
    ...(provider === undefined ? {} : { providerUri: provider.uri }),
    libraries: [{ title: 'Adult', locations: ['/media/Adult', '/media/Adult/VR'], agent, files }],
    scanning: { filenameForm: 'RELATIVE', keepAnswers: false },
  });
}

async function listItems(url: string): Promise<unknown> {
  const headers = { Accept: 'application/json', 'X-Plex-Token': TOKEN };
  const answer = await fetch(`${url}/library/sections/1/all?includeGuids=1`, { headers });
  return ((await answer.json()) as { MediaContainer: { Metadata: unknown } }).MediaContainer.Metadata;
}

describe('a library made of files', () => {
  it.each([
    [IDENTIFIER, 'tv.plex.agents.none'],
    ['com.plexapp.agents.none', 'local'],
  ])('holds unmatched items before its first scan (agent %s)', async (agent, scheme) => {
    await using pms = await start(undefined, agent);
    expect(await listItems(pms.url)).toMatchObject([
      {
        ratingKey: '1000000',
        guid: `${scheme}://1000000`,
        title: 'known 7',
        Media: [{ Part: [{ file: files[0] }] }],
      },
      { ratingKey: '1000001', guid: `${scheme}://1000001`, title: 'stranger', year: 2019 },
    ]);
  });

  it('shows what a scan brought', async () => {
    await using provider = await startTinyProvider();
    await using pms = await start(provider);
    const report = await pms.scan('1');
    expect(report.counts).toMatchObject({ MATCHED: 1, UNMATCHED: 1 });
    expect(report.violations).toEqual([]);
    expect(await listItems(pms.url)).toMatchObject([
      {
        ratingKey: '1000000',
        guid: `${IDENTIFIER}://movie/7`,
        title: 'Movie 7',
        year: 2024,
        summary: 'A long walk.',
        Genre: [{ tag: 'Outdoor' }],
        Guid: [{ id: 'stash://42' }],
        Media: [{ Part: [{ file: files[0] }] }],
      },
      { guid: 'tv.plex.agents.none://1000001' },
    ]);
  });

  it('names files relative to the innermost library folder', async () => {
    await using provider = await startTinyProvider();
    await using pms = await start(provider);
    const { files: reports } = await pms.scan('1');
    expect(reports.map(({ fileName }) => fileName)).toEqual(['known 7.mp4', 'stranger (2019).mp4']);
  });

  it('is refreshing while it is scanned, and says when it was', async () => {
    await using provider = await startTinyProvider();
    await using pms = await start(provider);
    const before = pms.getSection('1').scannedAt;
    const seen: boolean[] = [];
    provider.misbehave = () => {
      seen.push(pms.getSection('1').refreshing);
      return 'USUAL';
    };
    await pms.scan('1');
    expect(new Set(seen)).toEqual(new Set([true]));
    expect(pms.getSection('1')).toMatchObject({ refreshing: false, scannedAt: before + 60 });
  });

  it('keeps its items when the provider cannot know, and fills them later', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = ({ method }) => (method === 'POST' ? cannotKnow : 'USUAL');
    await using pms = await start(provider);
    expect((await pms.scan('1')).counts.TRANSIENT).toBe(2);
    expect(await listItems(pms.url)).toMatchObject([{ title: 'known 7' }, { title: 'stranger' }]);
    provider.misbehave = () => 'USUAL';
    await pms.scanner.rescanTransient();
    expect(await listItems(pms.url)).toMatchObject([{ title: 'Movie 7' }, { title: 'stranger' }]);
  });

  it('shows the match a person picked', async () => {
    await using provider = await startTinyProvider();
    await using pms = await start(provider);
    await pms.scanner.applyMatch(
      { location: '/media/Adult', path: files[0] ?? '' },
      `${IDENTIFIER}://movie/70`,
    );
    expect(await listItems(pms.url)).toMatchObject([{ title: 'Movie 70' }, {}]);
  });

  it('cannot be scanned without a provider, nor be unknown', async () => {
    await using pms = await start(undefined);
    await expect(pms.scan('1')).rejects.toThrow('expected a providerUri to scan with');
    expect(pms.getSection('1').refreshing).toBe(false);
    await expect(pms.scan('9')).rejects.toThrow('expected a section of this PMS');
  });

  it('refuses a file outside its folders', async () => {
    const stray = { title: 'Adult', locations: ['/media/Adult'], files: ['/media/Adult2/x.mp4'] };
    await expect(startPmsSimulator({ token: TOKEN, libraries: [stray] })).rejects.toThrow(
      'expected a file below one of /media/Adult',
    );
  });
});
