import { RE2JS } from 're2js';
import { compileLike } from './like-pattern.ts';

/** What Stash's filters compare with; `value2` is the upper end of BETWEEN. */
export interface Criterion<Value> {
  readonly value: Value;
  readonly value2?: Value | null;
  readonly modifier: string;
}

/** Null is the absence of a value, as of the path of a scene without files. */
export type ColumnTest<Value> = (column: Value | null) => boolean;

/** Compiles a criterion on text; throws with Stash's own message for a modifier that text does not have. */
export function testText({ value, modifier }: Criterion<string>): ColumnTest<string> {
  switch (modifier) {
    case 'EQUALS':
      return present(compileLike(value));
    case 'NOT_EQUALS':
      return present(not(compileLike(value)));
    case 'INCLUDES':
      return present(anyOf(wordsOf(value).map((word) => compileLike(`%${word}%`))));
    case 'EXCLUDES':
      return present(not(anyOf(wordsOf(value).map((word) => compileLike(`%${word}%`)))));
    case 'MATCHES_REGEX':
      return present(compileRegex(value));
    case 'NOT_MATCHES_REGEX':
      return not(present(compileRegex(value)));
    case 'IS_NULL':
      return (column) => column === null;
    case 'NOT_NULL':
      return (column) => column !== null;
    default:
      throw new Error('Internal system error. Error <unsupported string filter modifier>');
  }
}

/**
 * Compiles a criterion on a number, or on a timestamp: Stash compares timestamps as the text it stores, so an offset
 * that differs changes the result, and a value that is no time is no error.
 */
export function testOrder<Value extends string | number>(criterion: Criterion<Value>): ColumnTest<Value> {
  const { value, value2, modifier } = criterion;
  const upper = value2 ?? value;
  switch (modifier) {
    case 'EQUALS':
      return (column) => column === value;
    case 'NOT_EQUALS':
      return present((column) => column !== value);
    case 'GREATER_THAN':
      return present((column) => column > value);
    case 'LESS_THAN':
      return present((column) => column < value);
    case 'BETWEEN':
      return present((column) => column >= value && column <= upper);
    case 'NOT_BETWEEN':
      return present((column) => column < value || column > upper);
    case 'IS_NULL':
      return (column) => column === null;
    case 'NOT_NULL':
      return (column) => column !== null;
    default:
      throw new Error('Internal system error. Error <unsupported int modifier type>');
  }
}

/** Go's regular expressions: linear in time, without look-around and back-references, case-sensitive, unanchored. */
function compileRegex(expression: string): (text: string) => boolean {
  const compiled = RE2JS.compile(expression);
  return (text) => compiled.test(text);
}

/** Words at white space; double quotes hold a phrase together. */
function wordsOf(value: string): string[] {
  return Array.from(value.matchAll(/"([^"]+)"|(\S+)/g), (match) => match[1] ?? match[2] ?? '');
}

function anyOf(tests: readonly ((text: string) => boolean)[]): (text: string) => boolean {
  return (text) => tests.some((test) => test(text));
}

function present<Value>(test: (column: Value) => boolean): ColumnTest<Value> {
  return (column) => column !== null && test(column);
}

function not<Value>(test: (column: Value) => boolean): (column: Value) => boolean {
  return (column) => !test(column);
}
