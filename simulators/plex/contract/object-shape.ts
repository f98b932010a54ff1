import { type Check, violation } from './shape.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The members an object must have, and those it may have. Nothing else is allowed in it. */
export interface ObjectShape {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
}

/** True for what `{}` parses to. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object of closed membership: a member PMS does not know is a violation, since it is either misspelt or a claim
 * nobody reads. `null` is no way to leave a member out.
 */
export function closedObject({ required, optional = {} }: ObjectShape): Check {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, path) => {
    if (!isObject(value)) return [violation(path, 'an object', value)];
    const missing = Object.keys(required).filter((name) => value[name] === undefined);
    return [
      ...missing.map((name) => violation(`${path}.${name}`, 'a value', undefined)),
      ...Object.entries(value).flatMap(([name, member]) => checkMember(known.get(name), member, path, name)),
    ];
  };
}

/** A copy of `shape` in which the named members may be left out. */
export function relaxed(shape: ObjectShape, mayLack: (name: string) => boolean): ObjectShape {
  const entries = Object.entries(shape.required);
  return {
    required: Object.fromEntries(entries.filter(([name]) => !mayLack(name))),
    optional: { ...shape.optional, ...Object.fromEntries(entries.filter(([name]) => mayLack(name))) },
  };
}

function checkMember(
  check: Check | undefined,
  member: unknown,
  path: string,
  name: string,
): readonly string[] {
  if (member === undefined) return [];
  if (check === undefined) return [`${path}.${name}: expected no such member; the contract does not know it`];
  return check(member, `${path}.${name}`);
}
