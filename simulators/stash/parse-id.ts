/** Reads an id argument as Stash does: text that is no whole number is an error in Go's words. */
export function parseId(value: unknown): number {
  const text = String(value);
  if (!/^[+-]?\d+$/.test(text))
    throw new Error(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}

/**
 * The rows of a list of ids, in its order. One unknown or repeated id fails the whole query, as in Stash.
 *
 * @param noun what the error calls a row, e.g. `scene`
 */
export function getAllById<Row>(
  ids: readonly unknown[],
  noun: string,
  find: (id: number) => Row | undefined,
  namesDuplicates: boolean,
): Row[] {
  const seen = new Set<number>();
  return ids.map((value) => {
    const id = parseId(value);
    if (seen.has(id) && namesDuplicates) throw new Error(`validating ids: duplicate id found: ${id}`);
    const row = seen.has(id) ? undefined : find(id);
    if (row === undefined) throw new Error(`${noun} with id ${id} not found`);
    seen.add(id);
    return row;
  });
}
