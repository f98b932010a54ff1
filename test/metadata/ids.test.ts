import { describe, expect, it } from 'vitest';
import { idsField } from '../../src/metadata/fields/ids.ts';
import { findStashBoxScheme } from '../../src/metadata/stash-box-scheme.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { fullScene, sampleScene } from '../support/metadata-scenes.ts';

const uuid = '00000000-0000-4000-8000-000000000006';

describe('the scheme of a stash-box', () => {
  it.each([
    ['https://stashdb.org/graphql', 'stashdb'],
    ['https://StashDB.org:443/graphql', 'stashdb'],
    ['https://theporndb.net/graphql', 'theporndb'],
    ['https://api.theporndb.net/graphql', 'theporndb'],
    ['https://fansdb.cc/graphql', 'fansdb'],
    ['https://box.aurora.example:8443/graphql', 'box.aurora.example'],
    ['http://192.168.1.2:9998/graphql', 'stash-box-192.168.1.2'],
    ['http://[::1]/graphql', 'stash-box-1'],
    ['http://my_box/graphql', 'my-box'],
  ])('of %j is %j', (endpoint, scheme) => {
    expect(findStashBoxScheme(endpoint)).toBe(scheme);
  });

  it.each(['stash', 'imdb', 'tmdb', 'stashdb', 'plex', 'http'])(
    'is not taken by a host called %j',
    (host) => {
      expect(findStashBoxScheme(`http://${host}:9998/graphql`)).toBe(`stash-box-${host}`);
    },
  );

  it('never holds a password of the address', () => {
    expect(findStashBoxScheme('https://me:hunter2@box.example/graphql?key=hunter2')).toBe('box.example');
  });

  it.each(['', 'stashdb', 'not an address', 'file:///etc/passwd'])('is unknown for %j', (endpoint) => {
    expect(findStashBoxScheme(endpoint)).toBeUndefined();
  });
});

describe('ids', () => {
  it('begin with Stash’s own and do not depend on the order in which Stash tells them', () => {
    const reversed = { ...fullScene, stashIds: fullScene.stashIds.toReversed() };
    expect(idsField(reversed, sampleContext())).toEqual(idsField(fullScene, sampleContext()));
    expect(idsField(sampleScene(), sampleContext())).toEqual({ Guid: [{ id: 'stash://23' }] });
  });

  it('are told once, and only if they can stand behind a scheme', () => {
    const endpoint = 'https://stashdb.org/graphql';
    const stashIds = [uuid, ` ${uuid} `, '', 'a b', 'x/../y', '\u202E', 'é'].map((id) => ({ endpoint, id }));
    const { Guid } = idsField(sampleScene({ stashIds }), sampleContext());
    expect(Guid).toEqual([{ id: 'stash://23' }, { id: `stashdb://${uuid}` }]);
  });
});
