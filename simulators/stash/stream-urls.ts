import type { SimulatedScene } from '../library/library-contents.ts';
import type { StashContext } from './stash-context.ts';

interface Stream {
  readonly url: string;
  readonly mime_type: string;
  readonly label: string;
}

const FORMATS = [
  ['mp4', 'video/mp4', 'MP4'],
  ['webm', 'video/webm', 'WEBM'],
  ['m3u8', 'application/vnd.apple.mpegurl', 'HLS'],
  ['mpd', 'application/dash+xml', 'DASH'],
] as const;

/** Offered when the picture is at least so high; the label says nothing for the original. */
const RESOLUTIONS = [
  ['ORIGINAL', '', 0],
  ['FOUR_K', ' 4K (2160p)', 1920],
  ['FULL_HD', ' Full HD (1080p)', 1080],
  ['STANDARD_HD', ' HD (720p)', 720],
  ['STANDARD', ' Standard (480p)', 480],
  ['LOW', ' Low (240p)', 240],
] as const;

/** The streams Stash offers for a scene. Their addresses carry the API key when one is configured. */
export function listStreams(scene: SimulatedScene, context: StashContext): Stream[] {
  const file = scene.files[0];
  if (!file) return [];
  const direct = { url: toStreamUrl(scene, context, '', {}), mime_type: 'video/mp4', label: 'Direct stream' };
  const height = Math.min(file.width, file.height);
  const transcoded = FORMATS.flatMap(([extension, mimeType, name]) =>
    RESOLUTIONS.filter(([, , least]) => height >= least).map(([resolution, label]) => ({
      url: toStreamUrl(scene, context, `.${extension}`, { resolution }),
      mime_type: mimeType,
      label: name + label,
    })),
  );
  return [direct, ...transcoded];
}

/** The address of a stream, with the API key in its query when one is configured. */
export function toStreamUrl(
  scene: SimulatedScene,
  { origin, apiKey }: StashContext,
  extension: string,
  query: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams({
    ...(apiKey === undefined ? {} : { apikey: apiKey }),
    ...query,
  }).toString();
  return `${origin}/scene/${scene.id}/stream${extension}${parameters ? `?${parameters}` : ''}`;
}
