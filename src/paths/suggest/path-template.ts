import type { RegexRewrite, RegexRule } from '../path-rule.ts';
import {
  toHeadPattern,
  toHeadReplacement,
  toLiteralPattern,
  toLiteralReplacement,
  toRegexRule,
} from './build-rule.ts';
import type { Heads } from './candidate.ts';
import type { NameLead } from './name-lead.ts';

/** How the folders of both sides correspond, from the heads on: kept on both sides, or different ones. */
export type TemplatePart =
  | { readonly kept: number }
  | { readonly plex: readonly SegmentValues[]; readonly stash: readonly SegmentValues[] };

/** What one folder between others was called in all files seen. */
export type SegmentValues = ReadonlySet<string>;

export interface PathTemplate {
  readonly heads: Heads;
  readonly parts: readonly TemplatePart[];
  /** True when no file seen lay in a folder after the last part. */
  readonly isFlat: boolean;
  readonly ignoreCase: boolean;
  /** How file names begin with the name of a folder that only one side has. */
  readonly lead: NameLead | undefined;
}

type Side = keyof Heads;

/** A rule for a template; undefined when neither direction can be told. */
export function toTemplateRule(template: PathTemplate): RegexRule | undefined {
  const [toStash, toPlex] = [toRewrite(template, 'plex', 'stash'), toRewrite(template, 'stash', 'plex')];
  if (toStash === 'none' && toPlex === 'none') return undefined;
  return toRegexRule(toStash, toPlex, template.ignoreCase);
}

function toRewrite(template: PathTemplate, from: Side, to: Side): RegexRewrite | 'none' {
  const written = template.parts.map((part, place) => writePart(part, place, to, template.lead));
  if (written.includes(undefined)) return 'none';
  const read = template.parts.map((part, place) => readPart(part, place, from)).join('');
  const usesLead = written.some((text) => text?.includes('${lead}'));
  const rest = usesLead ? template.lead?.pattern : toRest(template, from);
  return {
    match: `${toHeadPattern(template.heads[from])}${read}(?<rest>${rest ?? '.+'})$`,
    replace: `${toHeadReplacement(template.heads[to])}${written.join('')}\${rest}`,
  };
}

function readPart(part: TemplatePart, place: number, from: Side): string {
  if (!('kept' in part)) return part[from].map((values) => `${toClass(values)}/`).join('');
  const more = part.kept > 1 ? `(?:/[^/]+){${part.kept - 1}}` : '';
  return `(?<kept${place + 1}>[^/]+${more})/`;
}

/** A folder that only the other side has can be written if it is always the same, or the file's name tells it. */
function writePart(
  part: TemplatePart,
  place: number,
  to: Side,
  lead: NameLead | undefined,
): string | undefined {
  if ('kept' in part) return `\${kept${place + 1}}/`;
  const texts = part[to].map((values) => {
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return `${toLiteralReplacement(only)}/`;
    return lead?.side === to ? '${lead}/' : undefined;
  });
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** Where any folder may stand in between, only the depth tells where the folders end. */
function toRest({ parts, isFlat }: PathTemplate, from: Side): string {
  const isLoose = parts.some(
    (part) => !('kept' in part) && part[from].some((values) => toClass(values) === ANY),
  );
  return isFlat && isLoose ? ANY : '.+';
}

const ANY = '[^/]+';
const YEAR = String.raw`\d{4}`;

function toClass(values: SegmentValues): string {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return toLiteralPattern(only);
  return [...values].every((value) => /^\d{4}$/.test(value)) ? YEAR : ANY;
}
