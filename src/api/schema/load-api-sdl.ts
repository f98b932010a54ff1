import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../lib/program-version.ts';
import { toSceneSdl } from './to-scene-sdl.ts';

/** The whole internal schema: our own types, written by hand, joined with Stash's scene as it was introspected. */
export function loadApiSdl(): string {
  const scene = toSceneSdl(read('schema/stash.graphql'), read('operations/fragments/whole-scene.graphql'));
  return `${read('schema/api.graphql')}\n${scene}\n`;
}

function read(file: string): string {
  return readFileSync(join(packageFolder, file), 'utf8');
}
