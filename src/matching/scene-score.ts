import type { Scene } from '../model/scene.ts';
import type { NameFacts } from './name-facts.ts';
import { toWords } from './words.ts';

/**
 * How well a scene fits what a name says, 0 to 1. Every fact adds its weight: a studio code nearly settles it, a date
 * with studio and performer does, a title alone never. A full date that contradicts halves what the rest is worth.
 */
export function scoreScene(scene: Scene, facts: NameFacts): number {
  const agreeing =
    0.75 * Number(hasCode(scene, facts)) +
    0.35 * Number(facts.date !== undefined && scene.date === facts.date) +
    0.2 * Number(hasStudio(scene, facts)) +
    0.2 * Number(scene.performers.some(({ name }) => isNamed(name, facts.words))) +
    0.4 * toTitleFit(scene, facts) +
    0.1 * toExplained(scene, facts) +
    0.05 * Number(facts.year !== undefined && scene.date?.startsWith(String(facts.year)) === true);
  return Math.min(1, contradictsDate(scene, facts) ? agreeing / 2 : agreeing);
}

function contradictsDate(scene: Scene, facts: NameFacts): boolean {
  return facts.date !== undefined && scene.date?.length === facts.date.length && scene.date !== facts.date;
}

/** Stash users write codes as they like: `ABC-123`, `abc 123`, `ABC123`. */
function hasCode(scene: Scene, facts: NameFacts): boolean {
  const code = toBareCode(scene.code ?? '');
  return code !== '' && facts.codes.some((other) => toBareCode(other) === code);
}

function toBareCode(code: string): string {
  return code.replace(/[\s_-]/g, '').toLowerCase();
}

function hasStudio(scene: Scene, facts: NameFacts): boolean {
  const { studio } = scene;
  if (studio === undefined) return false;
  return (
    isNamed(studio.name, facts.words) ||
    (studio.parent !== undefined && isNamed(studio.parent.name, facts.words))
  );
}

/** True when consecutive words spell the name, with or without blanks: `JaneDoe`, `jane doe`. */
function isNamed(name: string, words: readonly string[]): boolean {
  const wanted = toWords(name).join('');
  return wanted.length > 1 && words.some((_, start) => spells(wanted, words, start));
}

function spells(wanted: string, words: readonly string[], start: number): boolean {
  let rest = wanted;
  for (let at = start; rest !== ''; at += 1) {
    const word = words[at];
    if (word === undefined || !rest.startsWith(word)) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

/** The part of the title's words that the name holds; a title of one or two words proves accordingly less. */
function toTitleFit(scene: Scene, facts: NameFacts): number {
  const title = new Set(toWords(scene.title ?? ''));
  if (title.size === 0) return 0;
  const named = new Set(facts.words);
  const shared = [...title].filter((word) => named.has(word)).length;
  return (shared / title.size) * Math.min(1, title.size / 3);
}

/** The part of the name's words that the scene accounts for. */
function toExplained(scene: Scene, facts: NameFacts): number {
  const known = [
    scene.title,
    scene.studio?.name,
    scene.code,
    scene.date,
    ...scene.performers.map((p) => p.name),
  ];
  const words = new Set(known.flatMap((text) => toWords(text ?? '')));
  const named = new Set(facts.words);
  const shared = [...named].filter((word) => words.has(word)).length;
  return named.size === 0 ? 0 : shared / named.size;
}
