/**
 * A generated type without its promises: any member may be missing or null. Readers of such values keep the
 * compiler's eye on the member names and do without its trust in their presence.
 */
export type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[] | null | undefined
  : T extends object
    ? { readonly [Name in keyof T]?: Loose<T[Name]> } | null | undefined
    : T | null | undefined;

/** Text with something in it; Stash sends `""` where there is none. */
export function findText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A finite number, else 0. */
export function toNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** The items of a list, without those that came out null. Anything that is no list is an empty one. */
export function listOf<T>(value: readonly T[] | null | undefined): readonly NonNullable<T>[] {
  return Array.isArray(value)
    ? value.filter((item): item is NonNullable<T> => item !== null && item !== undefined)
    : [];
}

/** An object with the one member, or without it when there is no value. */
export function optional<Name extends string, T>(
  name: Name,
  value: T | undefined,
): { readonly [N in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: T });
}
