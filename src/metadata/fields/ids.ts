import type { StashBoxId } from '../../model/scene.ts';
import { findStashBoxScheme } from '../stash-box-scheme.ts';
import type { Field } from './field.ts';

/** What a stash-box can issue and an id after `scheme://` can hold. */
const ID = /^[\w.-]{1,128}$/;

/** Ids of the scene elsewhere: `stash://42` for Stash's own, `stashdb://…` and the like for stash-boxes. */
export const idsField: Field = (scene) => {
  // Stash tells stash-box ids in no fixed order: sorted, an unchanged scene is served unchanged.
  const elsewhere = scene.stashIds.flatMap(listGuids).sort();
  return { Guid: [...new Set([`stash://${scene.id}`, ...elsewhere])].map((id) => ({ id })) };
};

function listGuids({ endpoint, id }: StashBoxId): readonly string[] {
  const scheme = findStashBoxScheme(endpoint);
  const trimmed = id.trim();
  return scheme === undefined || !ID.test(trimmed) ? [] : [`${scheme}://${trimmed}`];
}
