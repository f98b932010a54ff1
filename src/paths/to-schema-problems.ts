import type { z } from 'zod';
import { describeValue } from './describe-value.ts';

type Issue = z.core.$ZodIssue;

/** Says each issue of a schema as "where: expected …, but got: …"; the schema's messages are what was expected. */
export function toSchemaProblems(issues: readonly Issue[], value: unknown): string[] {
  return issues.flatMap((issue) => toProblems(issue, value, []));
}

function toProblems(issue: Issue, value: unknown, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union')
    return (issue.errors.at(-1) ?? []).flatMap((inner) => toProblems(inner, value, path));
  const place = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys')
    return [`${place}expected only ${issue.message}, but got: ${issue.keys.map(describeValue).join(', ')}`];
  return [`${place}expected ${issue.message}, but got: ${describeValue(getAt(value, path))}`];
}

/** The part of the value that an issue is about; nothing where the way there ends early. */
function getAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, key)
        ? (part as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
