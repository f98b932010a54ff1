const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Where each letter of the comparable form comes from in the path as given, so that what a pattern captured can be
 * handed on byte for byte. The entry after the last letter is the end. -1 marks a place inside something that
 * normalisation joined or split, which has no counterpart.
 */
export function toGivenOffsets(given: string, comparable: string): readonly number[] {
  const offsets: number[] = [];
  let end = 0;
  for (const { 0: token, index } of given.matchAll(/[\\/]+|[^\\/]+/g)) {
    if (offsets.length >= comparable.length) break;
    const added = /^[\\/]/.test(token) ? separatorOffsets(comparable, offsets.length) : segmentOffsets(token);
    for (const offset of added) offsets.push(offset < 0 ? -1 : index + offset);
    end = index + token.length;
  }
  return [...offsets, end];
}

/** A run of separators is one slash, but two before a host. */
function separatorOffsets(comparable: string, at: number): number[] {
  return at === 0 && comparable.startsWith('//') ? [0, 1] : [0];
}

/** Normalisation reaches across letters, never across what a reader sees as one character. */
function segmentOffsets(segment: string): number[] {
  const normal = segment.normalize('NFC');
  if (normal === segment) return unchanged(segment, 0);
  const pieces = Array.from(GRAPHEMES.segment(segment), ({ segment: text, index }) => ({ text, index }));
  const joined = pieces.map(({ text }) => text.normalize('NFC')).join('');
  return joined === normal ? pieces.flatMap(pieceOffsets) : blurred(normal, 0);
}

function pieceOffsets({ text, index }: { text: string; index: number }): number[] {
  const normal = text.normalize('NFC');
  return normal === text ? unchanged(text, index) : blurred(normal, index);
}

function unchanged(text: string, start: number): number[] {
  return Array.from(Array(text.length).keys(), (position) => start + position);
}

function blurred(normal: string, start: number): number[] {
  return Array.from(Array(normal.length).keys(), (position) => (position === 0 ? start : -1));
}
