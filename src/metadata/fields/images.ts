import type { PlexImage, PlexImageType } from '../plex-metadata.ts';
import type { Field } from './field.ts';
import { titleField } from './title.ts';

/** Poster, background and snapshot, as far as the scene has a real picture; the first two as defaults as well. */
export const imagesField: Field = (scene, context) => {
  if (!context.fields.artwork) return {};
  const { title } = titleField(scene, context);
  const poster = context.artwork.poster(scene);
  const background = context.artwork.background(scene);
  const images = [
    ...toImages('coverPoster', poster, title),
    ...toImages('background', background, title),
    ...toImages('snapshot', context.artwork.snapshot(scene), title),
  ];
  return {
    ...(poster === undefined ? {} : { thumb: poster }),
    ...(background === undefined ? {} : { art: background }),
    ...(images.length === 0 ? {} : { Image: images }),
  };
};

function toImages(type: PlexImageType, url: string | undefined, alt: string): readonly PlexImage[] {
  return url === undefined ? [] : [{ type, url, alt }];
}
