import { copyFileSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, parseDocument } from 'yaml';
import { CommandFailure, EXIT } from './exit-code.ts';
import { toLineDiff } from './line-diff.ts';

/** What writing rules came to; the diff holds no secrets. */
export type WrittenRules =
  | { readonly kind: 'WRITTEN'; readonly diff: string; readonly backup: string | undefined }
  | { readonly kind: 'UNCHANGED' };

/**
 * Puts rules into a YAML configuration file and leaves everything else in it alone. The old file is kept beside it.
 *
 * @throws CommandFailure when the file cannot be read or written, or holds other rules and `replace` is not given.
 */
export function writePathRules(
  file: string,
  rules: readonly Record<string, unknown>[],
  { replace }: { readonly replace: boolean },
): WrittenRules {
  const before = existsSync(file) ? attempt(file, () => readFileSync(file, 'utf8')) : undefined;
  const document = parse(file, before ?? '');
  const present = (document.toJS() as { pathRules?: unknown } | null)?.pathRules ?? [];
  if (isDeepStrictEqual(present, rules)) return { kind: 'UNCHANGED' };
  if (!replace && !isDeepStrictEqual(present, []))
    fail(
      `expected a file without path rules, but got: other rules in ${file}, give --replace to replace them`,
    );
  document.set('pathRules', document.createNode(rules));
  const after = document.toString({ lineWidth: 0 });
  const backup = before === undefined ? undefined : attempt(file, () => backUp(file));
  attempt(file, () => writeFileSync(file, after));
  return { kind: 'WRITTEN', diff: toLineDiff(before ?? '', after), backup };
}

/** The rules as a block to paste. */
export function toRulesYaml(rules: readonly Record<string, unknown>[]): string {
  const document = parseDocument('');
  document.set('pathRules', document.createNode(rules));
  return document.toString({ lineWidth: 0 }).trimEnd();
}

function parse(file: string, content: string): Document {
  const document = parseDocument(content);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    fail(`expected a mapping of settings in valid YAML, but got: something else in ${file}`);
  return document;
}

/** Earlier backups are never overwritten. */
function backUp(file: string): string {
  for (let count = 1; ; count += 1) {
    const backup = count === 1 ? `${file}.bak` : `${file}.bak${count}`;
    if (existsSync(backup)) continue;
    copyFileSync(file, backup, constants.COPYFILE_EXCL);
    return backup;
  }
}

function attempt<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fail(
      `expected a configuration file that can be read and written, but got: ${file} (${code})`,
      error,
    );
  }
}

function fail(message: string, cause?: unknown): never {
  throw new CommandFailure(EXIT.CONFIGURATION, message, { cause });
}
