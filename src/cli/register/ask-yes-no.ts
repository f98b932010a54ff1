import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** Asks a person; only "y" or "yes" is yes. Throws the signal's reason on Ctrl-C. */
export async function askYesNo(
  question: string,
  { input, output }: { readonly input: Readable; readonly output: Writable },
  signal: AbortSignal,
): Promise<boolean> {
  // As a plain line reader it leaves Ctrl-C to the process.
  const lines = createInterface({ input, output, terminal: false });
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  lines.once('close', () => end(''));
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    lines.close();
  }
}
