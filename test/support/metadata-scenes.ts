import { asStashPath } from '../../src/model/file-paths.ts';
import { toSceneId } from '../../src/model/ids.ts';
import type { Performer, Scene, SceneFile, Studio, Tag } from '../../src/model/scene.ts';

/** A scene that a scan found and nobody edited, with what a test changes. */
export function sampleScene(changes: Partial<Scene> = {}): Scene {
  return {
    id: toSceneId('23'),
    organized: false,
    createdAt: '2026-11-21T03:27:48+11:00',
    updatedAt: '2026-11-21T03:27:53+11:00',
    files: [sampleFile('/library/edges/plain clip.mp4')],
    performers: [],
    tags: [],
    groups: [],
    stashIds: [],
    ...changes,
  };
}

export function sampleFile(path: string, changes: Partial<SceneFile> = {}): SceneFile {
  return {
    id: '24',
    path: asStashPath(path),
    size: 5731,
    duration: 1.5,
    width: 1280,
    height: 720,
    modifiedAt: '2024-01-15T23:25:00+11:00',
    updatedAt: '2026-11-21T03:27:48+11:00',
    oshash: '350645012b40b92e',
    ...changes,
  };
}

export function samplePerformer(id: number, name: string, changes: Partial<Performer> = {}): Performer {
  return { id: String(id), name, hasImage: false, ...changes };
}

export function toTags(...names: readonly string[]): readonly Tag[] {
  return names.map((name, at) => ({ id: String(at + 1), name }));
}

/** A studio and the studios it belongs to, nearest first. */
export function toStudio(name: string, ...parents: readonly string[]): Studio {
  const [parent, ...others] = parents;
  return { id: name, name, ...(parent === undefined ? {} : { parent: toStudio(parent, ...others) }) };
}

export const fullScene: Scene = sampleScene({
  id: toSceneId('6'),
  title: 'Morning Light',
  code: 'AF-0001',
  details: 'A slow start to the day.\n\nFilmed in one take.',
  director: 'Ana Reyes; Tom Ode & Ana Reyes',
  date: '2024-01-15',
  organized: true,
  files: [
    sampleFile('/library/Aurora Films/Aurora Films - Morning Light (2024-01-15).mp4', { duration: 1834.567 }),
    sampleFile('/library/copies/second.mp4', { duration: 9 }),
  ],
  studio: toStudio('Aurora Films', 'Aurora Network', 'Aurora Holding'),
  performers: [
    samplePerformer(1, 'Mia Lindqvist', { hasImage: true, imageVersion: '1795192079' }),
    samplePerformer(2, 'Vera Okafor', { disambiguation: 'Lagos' }),
  ],
  tags: toTags('Award: Best Scene', 'Comedy', 'COMEDY', 'Série B — 「特撮」', 'zz internal'),
  groups: [
    { id: '1', name: 'Aurora Anthology', index: 2 },
    { id: '2', name: 'Best of 2024' },
  ],
  stashIds: [
    { endpoint: 'https://theporndb.net/graphql', id: '00000000-0000-4000-8000-000000000301' },
    { endpoint: 'https://stashdb.org/graphql', id: '00000000-0000-4000-8000-000000000006' },
    { endpoint: 'https://box.aurora.example:8443/graphql', id: '00000000-0000-4000-8000-000000000777' },
  ],
});

export const untitledScene: Scene = sampleScene({
  id: toSceneId('35'),
  files: [
    sampleFile(
      '/library/releases/Nightshift.23.11.02.Vera.Okafor.And.Mia.Lindqvist.Double.Trouble.XXX.2160p.HEVC-GRP.mkv',
      { duration: 0 },
    ),
  ],
});

export const sceneWithoutFile: Scene = sampleScene({ id: toSceneId('48'), date: '2019-09', files: [] });

export const htmlScene: Scene = sampleScene({
  id: toSceneId('31'),
  title: 'The "Quoted" Scene <3',
  details:
    '<p>A <b>bold</b> move &amp; more.<br/>\n<a href="https://x.example/?a=1&b=2">Link</a></p>\n<script>alert("no")</script>\n- **markdown** _too_ &#8217;n&#x2026;',
  files: [sampleFile('/library/punctuation/The "Quoted" Scene.mp4')],
});

export const oddCharactersScene: Scene = sampleScene({
  id: toSceneId('39'),
  title: 'Party 🎉 Night\u202E 👩\u200D❤\uFE0F\u200D👩',
  details:
    'Zero\u200Bwidth, RTL \u202Eoverride\u202C, tab\tand \u00A0nbsp.\r\n\r\n\r\n\r\nCafe\u0301 \uD83Dend\u0000.',
  date: '2023-02-30',
  files: [sampleFile('C:\\Videos\\unicode\\Party Night.mp4')],
  performers: [samplePerformer(9, '\u200B')],
  tags: toTags('\uFEFFOutdoor\u200B', ' '),
});

export const japaneseScene: Scene = sampleScene({
  id: toSceneId('12'),
  title: '「夜の庭」',
  code: 'ABC-123',
  director: '北野 太郎',
  date: '2021',
  studio: toStudio('北極光スタジオ'),
  performers: [samplePerformer(7, '山田花子')],
  tags: toTags('Série B — 「特撮」', 'Garden Comedy'),
  files: [sampleFile('/library/codes/ABC-123.mp4')],
});

/** Sixty performers, three of whom share a name. */
export const crowdedScene: Scene = sampleScene({
  id: toSceneId('26'),
  title: 'Everybody',
  performers: [
    samplePerformer(1, 'Kim', { disambiguation: 'Seoul' }),
    samplePerformer(2, 'KIM', { disambiguation: 'Oslo', hasImage: true }),
    samplePerformer(3, 'Kim'),
    ...Array.from({ length: 57 }, (_, at) => samplePerformer(at + 4, `Performer ${at + 4}`)),
  ],
});
