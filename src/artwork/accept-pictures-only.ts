import { discardBody } from './discard-body.ts';
import type { FetchedImage, ImageFetch, ImageSource } from './image-source.ts';
import { isPlaceholderPicture, toMediaType } from './placeholder-picture.ts';

/**
 * Puts our judgement behind a source: what Stash drew itself counts as no picture, and what is no picture at all
 * (a log-in page, say) is trouble with Stash and never passed on.
 */
export function acceptPicturesOnly(source: ImageSource): ImageSource {
  return {
    fetchImage: async (kind, id, options) => judge(await source.fetchImage(kind, id, options)),
  };
}

async function judge(fetched: ImageFetch): Promise<ImageFetch> {
  if (fetched.kind === 'NOT_MODIFIED')
    return isPlaceholderPicture(fetched) ? { kind: 'NO_PICTURE' } : fetched;
  if (fetched.kind !== 'IMAGE') return fetched;
  const verdict = refuse(fetched);
  if (verdict === undefined) return { ...fetched, contentType: toMediaType(fetched.contentType) };
  await discardBody(fetched.body);
  return verdict;
}

function refuse(fetched: FetchedImage): ImageFetch | undefined {
  if (isPlaceholderPicture(fetched)) return { kind: 'NO_PICTURE' };
  if (mayBePicture(toMediaType(fetched.contentType))) return undefined;
  const detail =
    'Stash answered a request for a picture with something else; a proxy or a log-in page may be in between.';
  return { kind: 'UNKNOWN', cause: { reason: 'STASH_GARBAGE', detail } };
}

/** Stash names a picture that it cannot tell apart (AVIF is one) `application/octet-stream`. */
function mayBePicture(mediaType: string): boolean {
  return mediaType.startsWith('image/') || mediaType === 'application/octet-stream';
}
