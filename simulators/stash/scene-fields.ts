import { basename } from 'node:path/posix';
import type {
  SimulatedMembership,
  SimulatedScene,
  SimulatedStashId,
  SimulatedTag,
  SimulatedVideoFile,
} from '../library/library-contents.ts';
import { toUnixSeconds } from '../library/stash-time.ts';
import { compareNaturally } from './compare-naturally.ts';
import type { Fields, StashContext } from './stash-context.ts';
import { listStreams, toStreamUrl } from './stream-urls.ts';

export const sceneFields: Fields<SimulatedScene> = {
  created_at: (scene) => scene.createdAt,
  updated_at: (scene) => scene.updatedAt,
  studio: (scene, _args, { library }) =>
    scene.studioId === null ? null : library.findStudio(scene.studioId),
  performers: (scene, _args, { library }) => {
    return scene.performerIds
      .map((id) => library.findPerformer(id))
      .sort((a, b) => (a?.id ?? 0) - (b?.id ?? 0));
  },
  tags: (scene, _args, context) => sortTags(scene, context),
  stash_ids: (scene) => scene.stashIds,
  paths: (scene, _args, context) => toPaths(scene, context),
  sceneStreams: (scene, _args, context) => listStreams(scene, context),
};

export const fileFields: Fields<SimulatedVideoFile> = {
  basename: (file) => basename(file.path),
  mod_time: (file) => file.modifiedAt,
  created_at: (file) => file.createdAt,
  updated_at: (file) => file.updatedAt,
  fingerprints: (file) => listFingerprints(file),
  fingerprint: (file, { type }) => listFingerprints(file).find((print) => print.type === type)?.value ?? null,
};

export const membershipFields: Fields<SimulatedMembership> = {
  scene_index: (membership) => membership.index,
  group: (membership, _args, { library }) => library.findGroup(membership.groupId),
};

export const stashIdFields: Fields<SimulatedStashId> = { stash_id: (id) => id.stashId };

function sortTags(scene: SimulatedScene, { library, version }: StashContext): SimulatedTag[] {
  const sortName = (tag: SimulatedTag): string => (version.sortsTagsBySortName && tag.sortName) || tag.name;
  const tags = scene.tagIds.map((id) => library.findTag(id)).filter((tag) => tag !== undefined);
  return tags.sort((a, b) => compareNaturally(sortName(a), sortName(b)));
}

function listFingerprints({ oshash, md5, phash }: SimulatedVideoFile): { type: string; value: string }[] {
  const fingerprints = [
    { type: 'md5', value: md5 },
    { type: 'oshash', value: oshash },
    { type: 'phash', value: phash },
  ];
  return fingerprints.flatMap(({ type, value }) => (value === null ? [] : [{ type, value }]));
}

/** Addresses are printed whether or not there is anything behind them; those by hash are broken without a file. */
function toPaths(scene: SimulatedScene, context: StashContext): Record<string, string> {
  const base = `${context.origin}/scene/${scene.id}`;
  const byHash = `${context.origin}/scene/${scene.files[0]?.oshash ?? ''}`;
  return {
    screenshot: `${base}/screenshot?t=${toUnixSeconds(scene.updatedAt)}`,
    preview: `${base}/preview`,
    stream: toStreamUrl(scene, context, '', {}),
    webp: `${base}/webp`,
    vtt: `${byHash}_thumbs.vtt`,
    sprite: `${byHash}_sprite.jpg`,
    funscript: `${base}/funscript`,
    interactive_heatmap: `${base}/interactive_heatmap`,
    caption: `${base}/caption`,
  };
}
