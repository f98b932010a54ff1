import type { PlexPath, StashPath } from '../model/file-paths.ts';
import { asPlexPath, asStashPath } from '../model/file-paths.ts';
import { compileRules } from './compile-rules.ts';
import { DirectedRules } from './directed-rules.ts';
import { PathForm } from './path-form.ts';
import type { PathMapper, PathMapping } from './path-mapper.ts';
import type { PathDirection, PathRule } from './path-rule.ts';

/** The name under which paths are reported when no rule is configured and both sides see the same ones. */
export const SAME_PATHS = 'same paths';

export interface PathMapperOptions {
  /** Told once for every path that a rule translated. */
  readonly onHit?: (rule: string, direction: PathDirection) => void;
}

/**
 * Makes the mapper of a parsed rule list; without rules every path stands for itself.
 * Throws `InvalidPathRuleError` for rules that `parsePathRules` did not pass.
 */
export function createPathMapper(rules: readonly PathRule[], options: PathMapperOptions = {}): PathMapper {
  const find = createFind(rules, options);
  return {
    toStashPath: (path: PlexPath) => toMapping(find('TO_STASH', path), asStashPath),
    toPlexPath: (path: StashPath) => toMapping(find('TO_PLEX', path), asPlexPath),
  };
}

interface Found {
  readonly path: string;
  readonly rule: string;
}

type Find = (direction: PathDirection, path: string) => Found | undefined;

function createFind(rules: readonly PathRule[], { onHit }: PathMapperOptions): Find {
  const findByRules = rules.length === 0 ? undefined : createFindByRules(rules);
  return (direction, path) => {
    const found = findByRules === undefined ? { path, rule: SAME_PATHS } : findByRules(direction, path);
    if (found !== undefined) onHit?.(found.rule, direction);
    return found;
  };
}

function createFindByRules(rules: readonly PathRule[]): Find {
  const compiled = compileRules(rules);
  const directed = {
    TO_STASH: new DirectedRules(compiled, 'TO_STASH'),
    TO_PLEX: new DirectedRules(compiled, 'TO_PLEX'),
  };
  return (direction, path) => {
    const hit = directed[direction].find(new PathForm(path));
    return hit && { path: hit.path, rule: hit.rule.name };
  };
}

function toMapping<Path>(found: Found | undefined, brand: (text: string) => Path): PathMapping<Path> {
  if (found === undefined) return { kind: 'UNMAPPED' };
  return { kind: 'MAPPED', path: brand(found.path), rule: found.rule };
}
