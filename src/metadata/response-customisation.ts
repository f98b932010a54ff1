/** Which members of an answer the asker wants. Names are in lower case; an absent list asks for nothing special. */
export interface ResponseCustomisation {
  /** Only these single values. */
  readonly includeFields?: ReadonlySet<string>;
  readonly excludeFields?: ReadonlySet<string>;
  /** Only these lists, such as `Genre`. */
  readonly includeElements?: ReadonlySet<string>;
  readonly excludeElements?: ReadonlySet<string>;
}

const NAMES = ['includeFields', 'excludeFields', 'includeElements', 'excludeElements'] as const;

/**
 * Reads the four comma lists from a query or a JSON body; a repeated or array value counts as one list. Anything else
 * is ignored, as Plex's OpenAPI document 1.2.2 lets a provider do.
 */
export function parseResponseCustomisation(
  parameters: Readonly<Record<string, unknown>>,
): ResponseCustomisation {
  return Object.fromEntries(
    NAMES.map((name) => [name, parseNames(parameters[name])] as const).filter(([, names]) => names.size > 0),
  );
}

function parseNames(value: unknown): ReadonlySet<string> {
  const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim().toLowerCase());
  return new Set(names.filter((name) => name !== ''));
}
