import { toSegments } from '../normal-form.ts';
import { type Stretch, alignFolders } from './align-folders.ts';
import { type Candidate, type Heads, toFolderName } from './candidate.ts';
import { type FolderPair, toHead } from './folder-pair.ts';
import { findNameLead } from './name-lead.ts';
import { type SegmentValues, type TemplatePart, toTemplateRule } from './path-template.ts';
import { mixesCase } from './prefix-candidates.ts';

/** Different folder names needed before a folder is taken for one that may be called anything. */
const NAMES_NEEDED = 3;
const GAP_DEPTHS = [1, 2, 3];

interface Cut {
  readonly pair: FolderPair;
  readonly stretches: readonly Stretch[];
}

/** Rules for libraries in which one side has folders in between that the other has not: a year, a studio. */
export function listTemplateCandidates(pairs: readonly FolderPair[]): Candidate[] {
  const cuts = pairs.map((pair) => ({
    pair,
    stretches: alignFolders(pair.plex.folded, pair.stash.folded),
  }));
  const inside = Map.groupBy(cuts.filter(hasInnerGap), toShape);
  return [...[...inside.values()].flatMap(toInnerCandidate), ...listOuterCandidates(cuts)];
}

function hasInnerGap({ stretches }: Cut): boolean {
  return stretches.slice(1).some(({ isSame }) => !isSame);
}

/** Same heads, same number of folders everywhere but at the end. */
function toShape({ pair, stretches }: Cut): string {
  const [head, ...rest] = stretches;
  const inner = rest.at(-1)?.isSame === true ? rest.slice(0, -1) : rest;
  const heads = [pair.plex.folded.slice(0, head?.plex[1]), pair.stash.folded.slice(0, head?.stash[1])];
  const widths = inner.map(
    ({ isSame, plex, stash }) => `${isSame ? 's' : 'd'}${width(plex)}:${width(stash)}`,
  );
  return [...heads.map((segments) => segments.join('/')), ...widths].join('\0');
}

function toInnerCandidate(cuts: readonly Cut[]): Candidate[] {
  const [first] = cuts;
  const [head, ...rest] = first?.stretches ?? [];
  if (first === undefined || head === undefined) return [];
  const inner = rest.at(-1)?.isSame === true ? rest.slice(0, -1) : rest;
  const members = cuts.map(({ pair }) => pair);
  const parts = inner.map((stretch) => toPart(members, stretch));
  return toCandidate(members, { plex: head.plex[1], stash: head.stash[1] }, parts, isEndOfBoth);
  function isEndOfBoth(pair: FolderPair): boolean {
    return pair.plex.folded.length === (inner.at(-1)?.plex[1] ?? 0);
  }
}

/** Where the folders in between come right after the heads, each of their names looks like a head of its own. */
function listOuterCandidates(cuts: readonly Cut[]): Candidate[] {
  const plain = cuts.filter((cut) => !hasInnerGap(cut));
  return (['plex', 'stash'] as const).flatMap((side) =>
    GAP_DEPTHS.flatMap((depth) => {
      const groups = Map.groupBy(plain, (cut) => toOuterKey(cut, side, depth));
      return [...groups].flatMap(([key, group]) => (key === undefined ? [] : toOuter(group, side, depth)));
    }),
  );
}

function toOuterKey({ pair, stretches }: Cut, side: keyof Heads, depth: number): string | undefined {
  const own = stretches[0]?.[side][1] ?? 0;
  if (own <= depth) return undefined;
  const other = side === 'plex' ? 'stash' : 'plex';
  const otherHead = pair[other].folded.slice(0, stretches[0]?.[other][1]);
  return [...pair[side].folded.slice(0, own - depth), '', ...otherHead].join('/');
}

function toOuter(cuts: readonly Cut[], side: keyof Heads, depth: number): Candidate[] {
  const head = cuts[0]?.stretches[0];
  if (head === undefined) return [];
  const start = head[side][1] - depth;
  const members = cuts.map(({ pair }) => pair);
  const names = new Set(members.map((pair) => pair[side].folded.slice(start, start + depth).join('/')));
  if (names.size < NAMES_NEEDED) return [];
  const gap: Stretch = {
    isSame: false,
    plex: side === 'plex' ? [start, start + depth] : [head.plex[1], head.plex[1]],
    stash: side === 'stash' ? [start, start + depth] : [head.stash[1], head.stash[1]],
  };
  const isFlat = (pair: FolderPair): boolean => pair[side].folded.length === start + depth;
  return toCandidate(members, { plex: gap.plex[0], stash: gap.stash[0] }, [toPart(members, gap)], isFlat);
}

function toCandidate(
  members: readonly FolderPair[],
  depth: { readonly plex: number; readonly stash: number },
  parts: readonly TemplatePart[],
  isFlat: (pair: FolderPair) => boolean,
): Candidate[] {
  const [first] = members;
  if (first === undefined) return [];
  const heads = {
    plex: toHead(first.example.plex, depth.plex),
    stash: toHead(first.example.stash, depth.stash),
  };
  const rule = toTemplateRule({
    heads,
    parts,
    isFlat: members.every(isFlat),
    ignoreCase: mixesCase(members, depth),
    lead: findLead(members, parts, depth),
  });
  const label = `${toFolderName(heads.plex)}, other folders`;
  return rule === undefined ? [] : [{ rule, label, members }];
}

function toPart(members: readonly FolderPair[], { isSame, plex, stash }: Stretch): TemplatePart {
  if (isSame) return { kept: width(plex) };
  return { plex: toValues(members, 'plex', plex), stash: toValues(members, 'stash', stash) };
}

function toValues(
  members: readonly FolderPair[],
  side: keyof Heads,
  [from, to]: Stretch['plex'],
): SegmentValues[] {
  return Array.from(
    Array(to - from).keys(),
    (place) => new Set(members.map((pair) => pair[side].segments[from + place] ?? '')),
  );
}

/** Only one folder whose name changes can be read from the file's name. */
function findLead(
  members: readonly FolderPair[],
  parts: readonly TemplatePart[],
  depth: { readonly plex: number; readonly stash: number },
): ReturnType<typeof findNameLead> {
  for (const side of ['stash', 'plex'] as const) {
    const changing = listChanging(parts, side, depth[side]);
    const [place] = changing;
    if (place === undefined || changing.length > 1) continue;
    const seen = members.map((pair) => ({
      folder: pair[side].segments[place] ?? '',
      name: toSegments(pair.example[side]).at(-1) ?? '',
    }));
    const lead = findNameLead(side, seen);
    if (lead !== undefined) return lead;
  }
  return undefined;
}

function listChanging(parts: readonly TemplatePart[], side: keyof Heads, depth: number): number[] {
  let place = depth;
  return parts.flatMap((part) => {
    const widths =
      'kept' in part ? Array.from({ length: part.kept }, () => 1) : part[side].map(({ size }) => size);
    const start = place;
    place += widths.length;
    return widths.flatMap((size, at) => (size > 1 ? [start + at] : []));
  });
}

function width([from, to]: Stretch['plex']): number {
  return to - from;
}
