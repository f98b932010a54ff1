import { z } from 'zod';
import { asPlexPath, asStashPath } from '../model/file-paths.ts';
import type { PrefixRule, RegexRule } from './path-rule.ts';
import { isAbsolutePath } from './separators.ts';

const ABSOLUTE = 'a whole path such as /media/x, D:\\media\\x or \\\\host\\share\\x, without . or .. in it';

const text = z.string({ error: 'text' }).min(1, { error: 'text that is not empty', abort: true });

const fullPath = text.refine(isPlainAbsolutePath, { error: ABSOLUTE });

const name = z
  .string({ error: 'a name for the rule' })
  .trim()
  .min(1, { error: 'a name for the rule that is not empty' });

const ignoreCase = z.boolean({ error: 'true or false' }).default(false);

const sample = z
  .strictObject(
    { plex: fullPath.transform(asPlexPath), stash: fullPath.transform(asStashPath) },
    { error: 'an object with plex and stash' },
  )
  .readonly();

const samples = z.array(sample, { error: 'a list of {plex, stash}' }).readonly().default([]);

const rewrite = z.strictObject(
  { match: text, replace: text },
  { error: "an object with match and replace, or 'none'" },
);

const direction = z.union([z.literal('none'), rewrite]);

/** A rule as its owner writes it when it has `plex` and `stash`. */
export const prefixRuleSchema = z
  .strictObject(
    {
      name,
      plex: fullPath.transform(asPlexPath),
      stash: fullPath.transform(asStashPath),
      ignoreCase,
      samples,
    },
    { error: 'name, plex, stash, and if wanted ignoreCase and samples' },
  )
  .transform((rule): PrefixRule => ({ kind: 'PREFIX', ...rule }));

/** A rule as its owner writes it when it has `toStash` and `toPlex`. */
export const regexRuleSchema = z
  .strictObject(
    { name, toStash: direction, toPlex: direction, ignoreCase, samples },
    { error: 'name, toStash, toPlex, and if wanted ignoreCase and samples' },
  )
  .refine((rule) => rule.toStash !== 'none' || rule.toPlex !== 'none', {
    error: "toStash or toPlex other than 'none', else the rule never does anything",
  })
  .transform((rule): RegexRule => ({ kind: 'REGEX', ...rule }));

/** `.` and `..` are never in a path that Plex or Stash reports, so a rule with them would never match. */
function isPlainAbsolutePath(path: string): boolean {
  return (
    isAbsolutePath(path) && !path.includes('\0') && !path.split(/[\\/]/).some((part) => /^\.\.?$/.test(part))
  );
}
