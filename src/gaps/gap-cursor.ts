import type { GapOrder, GapPlace } from './gap-query.ts';

/** A cursor that no page of this list and order ever gave. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}

/** A place as opaque text. It holds the order it belongs to: in another one it would point anywhere. */
export function toGapCursor({ id, value }: GapPlace, { field, direction }: GapOrder): string {
  return Buffer.from(JSON.stringify([field, direction, value, id])).toString('base64url');
}

/** @throws InvalidCursorError for anything that `toGapCursor` did not make for this order */
export function parseGapCursor(cursor: string, { field, direction }: GapOrder): GapPlace {
  const parts = parseParts(cursor);
  const [forField, forDirection, value, id] = parts;
  const isValue = field === 'PATH' ? typeof value === 'string' : Number.isSafeInteger(value);
  if (parts.length !== 4 || forField !== field || forDirection !== direction || !isValue || !isGapId(id))
    throw new InvalidCursorError(
      'expected a cursor from a page of this list in this order, but got: another text',
    );
  return { id, value: value as string | number };
}

/** Ids are decimal digits that SQLite can hold. */
export function isGapId(id: unknown): id is string {
  return typeof id === 'string' && /^[1-9][0-9]{0,17}$/.test(id);
}

function parseParts(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
