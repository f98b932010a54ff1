import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from 'graphql';
import { operationsFolder } from './package-folders.ts';

/** One operation of `operations/`, ready to be validated. */
export interface StashOperation {
  readonly name: string;
  /** Relative to the package, with `/`, e.g. `operations/find-scene.graphql`. */
  readonly file: string;
  /** The operation with the fragments it spreads. */
  readonly document: DocumentNode;
  /** `Type.member` that a Stash must have to be asked this at all; where it is missing the client does without. */
  readonly requires?: string;
}

const REQUIRES = /^# requires: (\w+\.\w+)\s*$/m;

/** Reads every operation of a folder, by file name. Throws what reading and parsing throw. */
export function loadOperations(folder = operationsFolder): readonly StashOperation[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const sources = files.sort().map((file) => ({ file: toPackagePath(folder, file), text: readFileSync(join(folder, file), 'utf8') }));
  const parsed = sources.map(({ file, text }) => ({ file, text, document: parse(text) }));
  const fragments = new Map(parsed.flatMap(({ document }) => listFragments(document).map((node) => [node.name.value, node])));
  return parsed.flatMap(({ file, text, document }) => toOperation(file, text, document, fragments));
}

function toPackagePath(folder: string, file: string): string {
  return relative(join(folder, '..'), join(folder, file)).replaceAll(sep, '/');
}

function toOperation(
  file: string,
  text: string,
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly StashOperation[] {
  const name = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)?.name?.value;
  if (name === undefined) return [];
  const spread = listSpread(document, fragments).flatMap((fragment) => fragments.get(fragment) ?? []);
  const requires = REQUIRES.exec(text)?.[1];
  const whole = { ...document, definitions: [...document.definitions, ...spread] };
  return [{ name, file, document: whole, ...(requires === undefined ? {} : { requires }) }];
}

function listFragments(document: DocumentNode): readonly FragmentDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
}

/** Names of the fragments a document spreads, also through other fragments. */
function listSpread(document: DocumentNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): readonly string[] {
  const names = new Set<string>();
  const collect = (node: DocumentNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        if (names.has(value)) return;
        names.add(value);
        const fragment = fragments.get(value);
        if (fragment) collect(fragment);
      },
    });
  };
  collect(document);
  return [...names];
}
