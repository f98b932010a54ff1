import type { ValueParser } from './value-parsers.ts';

/** One setting: its name in the environment, how it is read, what holds without it, and what it is for. */
export interface Setting<Value> {
  readonly name: string;
  readonly parse: ValueParser<Value>;
  readonly fallback: Value;
  readonly isSecret: boolean;
  /** Default as people read it; `required` where there is none. */
  readonly shownDefault: string;
  /** One line for the README. */
  readonly meaning: string;
}

interface About {
  readonly meaning: string;
  readonly shownDefault?: string;
  readonly isSecret?: boolean;
}

/** A setting that has a default. */
export function setting<Value>(
  name: string,
  parse: ValueParser<Value>,
  fallback: NoInfer<Value>,
  about: About,
): Setting<Value> {
  const shownDefault = about.shownDefault ?? String(fallback);
  return { name, parse, fallback, isSecret: about.isSecret ?? false, shownDefault, meaning: about.meaning };
}

/** A setting that may stay unset. */
export function optional<Value>(
  name: string,
  parse: ValueParser<Value>,
  about: About,
): Setting<Value | undefined> {
  return setting<Value | undefined>(name, parse, undefined, { shownDefault: 'none', ...about });
}

/** The setting's key in the YAML file: `STASH_API_KEY` → `stashApiKey`. */
export function yamlKeyOf(name: string): string {
  return name.toLowerCase().replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
