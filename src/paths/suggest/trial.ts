import { type DirectedRewrite, compileRules } from '../compile-rules.ts';
import { toFoldedPath } from '../normal-form.ts';
import { PathForm } from '../path-form.ts';
import type { Candidate } from './candidate.ts';
import type { FolderPair } from './folder-pair.ts';

/** What a candidate does with one file of every folder pair, by the pair's place. */
export interface Trial {
  readonly candidate: Candidate;
  readonly toStash: Takes;
  readonly toPlex: Takes;
}

/** The folder pairs whose files a candidate takes, and which of them it takes to the right place. */
export interface Takes {
  readonly places: readonly number[];
  readonly rightPlaces: ReadonlySet<number>;
}

/** One file of every folder pair, in the forms that rules ask for. */
export interface ExampleForms {
  readonly plex: readonly PathForm[];
  readonly stash: readonly PathForm[];
}

export function toExampleForms(pairs: readonly FolderPair[]): ExampleForms {
  return {
    plex: pairs.map(({ example }) => new PathForm(example.plex)),
    stash: pairs.map(({ example }) => new PathForm(example.stash)),
  };
}

export function tryCandidate(candidate: Candidate, examples: ExampleForms): Trial {
  const [compiled] = compileRules([candidate.rule]);
  return {
    candidate,
    toStash: tryDirection(compiled?.toStash, examples.plex, examples.stash),
    toPlex: tryDirection(compiled?.toPlex, examples.stash, examples.plex),
  };
}

function tryDirection(
  rewrite: DirectedRewrite | undefined,
  from: readonly PathForm[],
  to: readonly PathForm[],
): Takes {
  const places: number[] = [];
  const rightPlaces = new Set<number>();
  if (rewrite === undefined) return { places, rightPlaces };
  for (const [place, form] of from.entries()) {
    if (!rewrite.matches(form)) continue;
    places.push(place);
    if (toFoldedPath(rewrite.toPath(form)) === to[place]?.folded) rightPlaces.add(place);
  }
  return { places, rightPlaces };
}
