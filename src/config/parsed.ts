/** The result of reading untrusted text: a value, or what was expected instead. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly expected: string };

export function parsed<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function expected(what: string): Parsed<never> {
  return { ok: false, expected: what };
}
