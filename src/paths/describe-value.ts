const MAX_LENGTH = 80;

/** What was found where something else was expected, on one short line, for any value whatever. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = toText(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** Some values have no JSON: functions, symbols, cycles and big integers are told by their type. */
function toText(value: unknown): string {
  try {
    const json: unknown = JSON.stringify(value);
    return typeof json === 'string' ? json : typeof value;
  } catch {
    return typeof value;
  }
}
