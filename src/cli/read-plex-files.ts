import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { KnownFile } from '../paths/suggest/known-file.ts';
import { isAbsolutePath } from '../paths/separators.ts';
import { CommandFailure, EXIT } from './exit-code.ts';

/**
 * Reads a text file with one full Plex path per line and, if wanted, a tab and the file's size in bytes. Empty lines
 * do not count.
 *
 * @throws CommandFailure naming the first line that is anything else, or when the file cannot be read.
 */
export async function* readPlexFiles(file: string): AsyncGenerator<KnownFile> {
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    })) {
      number += 1;
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() !== '') yield parseLine(text, `${file}, line ${number}`);
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'not readable';
    const message = `expected a readable list of Plex files, but got: ${file} (${code})`;
    throw new CommandFailure(EXIT.CONFIGURATION, message, { cause: error });
  }
}

function parseLine(text: string, where: string): KnownFile {
  const tab = text.lastIndexOf('\t');
  const [path, size] = tab < 0 ? [text, ''] : [text.slice(0, tab), text.slice(tab + 1).trim()];
  if (!isAbsolutePath(path) || !/^\d{0,15}$/.test(size)) {
    const expected = `${where}: expected a full path, and if wanted a tab and the size in bytes`;
    throw new CommandFailure(
      EXIT.CONFIGURATION,
      `${expected}, but got: ${JSON.stringify(text.slice(0, 120))}`,
    );
  }
  return size === '' ? { path } : { path, size: Number(size) };
}
