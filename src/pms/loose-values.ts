/** JSON as it comes over a network: nothing about it is promised. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list. PMS may write a list of one as the object itself; anything else is an empty list. */
export function listObjects(value: unknown): readonly JsonObject[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isObject);
}

/** Text with something in it. */
export function findText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** An id as text: Plex's OpenAPI document 1.2.2 has integers in its schema and strings in its examples. */
export function findId(value: unknown): string | undefined {
  return Number.isSafeInteger(value) ? String(value) : findText(value);
}

/** A whole number from 0 on, written as a number or as digits. */
export function findCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** A flag as JSON or as PMS writes it in XML; `undefined` when it is not there. */
export function findFlag(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  return value === false || value === 0 || value === '0' || value === 'false' ? false : undefined;
}
