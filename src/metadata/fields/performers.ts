import type { Performer } from '../../model/scene.ts';
import type { MetadataContext } from '../metadata-context.ts';
import type { PlexRole } from '../plex-metadata.ts';
import { cleanLine } from '../text/clean-line.ts';
import { foldName } from '../text/fold-name.ts';
import type { Field } from './field.ts';

const MAX_ROLES = 50;

/** A performer with the name that Plex shows. */
interface Billed {
  readonly performer: Performer;
  readonly name: string;
}

/** The performers in Stash's order, with a photo where there is a real one. */
export const performersField: Field = (scene, context) => {
  if (!context.fields.performers) return {};
  const cast = listBilled(scene.performers).slice(0, MAX_ROLES);
  return cast.length === 0 ? {} : { Role: cast.map((billed, order) => toRole(billed, order, context)) };
};

function listBilled(performers: readonly Performer[]): readonly Billed[] {
  const named = performers.flatMap((performer) => {
    const name = cleanLine(performer.name);
    return name === undefined ? [] : [{ performer, name }];
  });
  const counts = Map.groupBy(named, ({ name }) => foldName(name));
  return named.map((billed) => (counts.get(foldName(billed.name))?.length === 1 ? billed : toTold(billed)));
}

/** Plex takes equal names for one person, so performers who share theirs are told apart as Stash does it. */
function toTold({ performer, name }: Billed): Billed {
  const disambiguation = cleanLine(performer.disambiguation);
  const told = disambiguation === undefined ? name : cleanLine(`${name} (${disambiguation})`);
  return { performer, name: told ?? name };
}

function toRole({ performer, name }: Billed, order: number, { fields, artwork }: MetadataContext): PlexRole {
  const thumb = fields.artwork ? artwork.performer(performer) : undefined;
  return { tag: name, ...(thumb === undefined ? {} : { thumb }), order };
}
