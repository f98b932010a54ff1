/**
 * A deep copy of an answer in which one member is replaced, added or, with `undefined`, removed.
 *
 * @param path names and positions, separated by dots, e.g. `MediaContainer.Metadata.0.title`.
 */
export function breakAnswer(answer: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(answer);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], copy);
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else (parent as Record<string, unknown>)[last] = value;
  return copy;
}
