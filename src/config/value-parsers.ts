import { parse as parseYaml } from 'yaml';
import { Secret } from '../lib/secret.ts';
import { type Parsed, expected, parsed } from './parsed.ts';

/** Reads one setting from what the environment (always text) or the YAML file (any JSON value) holds. */
export type ValueParser<Value> = (raw: unknown) => Parsed<Value>;

export const text: ValueParser<string> = (raw) => {
  const value = scalarText(raw);
  return value === undefined || value === '' ? expected('a text that is not empty') : parsed(value);
};

/** A secret that is sent in a header, where nothing else can stand. */
export const headerSecret: ValueParser<Secret> = (raw) => {
  const value = scalarText(raw);
  return value !== undefined && /^[\x21-\x7e]+$/.test(value)
    ? parsed(new Secret(value))
    : expected('visible ASCII characters without blanks');
};

/** A secret that becomes a URL path segment, so only characters that need no escaping there. */
export const pathSecret: ValueParser<Secret> = (raw) => {
  const value = scalarText(raw);
  return value !== undefined && /^[A-Za-z0-9_-]{8,128}$/.test(value)
    ? parsed(new Secret(value))
    : expected('8 to 128 letters, digits, "-" or "_"');
};

export function whole(min: number, max: number): ValueParser<number> {
  return (raw) => {
    const value = scalarText(raw);
    const number = value !== undefined && /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? parsed(number) : expected(`a whole number from ${min} to ${max}`);
  };
}

export function oneOf<const Token extends string>(...tokens: readonly Token[]): ValueParser<Token> {
  return (raw) => {
    const token = tokens.find((candidate) => candidate === scalarText(raw)?.toLowerCase());
    return token === undefined ? expected(`one of ${tokens.join(', ')}`) : parsed(token);
  };
}

/** An http(s) address without credentials, query or fragment; the trailing slash is dropped. */
export const httpUrl: ValueParser<string> = (raw) => {
  const value = scalarText(raw);
  const url = value === undefined ? null : URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) return expected('an http:// or https:// address');
  if (url.username || url.password) return expected('an address without user name or password');
  if (url.search || url.hash) return expected('an address without "?" or "#"');
  return parsed(url.href.replace(/\/+$/, ''));
};

/** A YAML list, or text with one entry a line or between semicolons (paths may hold commas). */
export const textList: ValueParser<readonly string[]> = (raw) => {
  const list = Array.isArray(raw) ? raw.map(scalarText) : scalarText(raw)?.split(/[;\n]/);
  if (!list || list.some((entry) => entry === undefined)) return expected('a list of texts');
  return parsed(list.map((entry) => entry?.trim() ?? '').filter((entry) => entry !== ''));
};

/** Turns the YAML or JSON text that the environment holds into the value that the file would hold. */
export function structured<Value>(parser: ValueParser<Value>): ValueParser<Value> {
  return (raw) => {
    if (typeof raw !== 'string') return parser(raw);
    try {
      return parser(parseYaml(raw));
    } catch {
      return expected('valid YAML or JSON');
    }
  };
}

function scalarText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw.trim();
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : undefined;
}
