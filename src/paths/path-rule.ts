import type { PlexPath, StashPath } from '../model/file-paths.ts';

/** Which way a path is translated: `TO_STASH` takes a Plex path, `TO_PLEX` a Stash path. */
export type PathDirection = 'TO_STASH' | 'TO_PLEX';

/** One entry of the ordered list of path rules, as its owner wrote it. */
export type PathRule = PrefixRule | RegexRule;

/** Replaces a leading folder, in both directions, whole path segments only. */
export interface PrefixRule extends NamedRule {
  readonly kind: 'PREFIX';
  readonly plex: PlexPath;
  readonly stash: StashPath;
}

/** Rewrites whole paths by regular expressions; neither direction is derived from the other. */
export interface RegexRule extends NamedRule {
  readonly kind: 'REGEX';
  readonly toStash: RegexRewrite | 'none';
  readonly toPlex: RegexRewrite | 'none';
}

interface NamedRule {
  readonly name: string;
  /** True when letter case is forgiven; drive letters are forgiven always. */
  readonly ignoreCase: boolean;
  readonly samples: readonly PathSample[];
}

export interface RegexRewrite {
  /** Anchored; sees the comparable form of the path (see `normal-form.ts`). */
  readonly match: string;
  /** The whole new path, with `${name}`, `$1`, `\1` or `\g<name>` for groups. */
  readonly replace: string;
}

/** A pair of paths that name the same file; the rules must translate each into the other. */
export interface PathSample {
  readonly plex: PlexPath;
  readonly stash: StashPath;
}

/** True when the rule says something about this direction. */
export function coversDirection(rule: PathRule, direction: PathDirection): boolean {
  if (rule.kind === 'PREFIX') return true;
  return (direction === 'TO_STASH' ? rule.toStash : rule.toPlex) !== 'none';
}
