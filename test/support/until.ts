import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_MS = 50_000;

/** Waits for something that another part of the system brings about; fails loudly when it never comes. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error('expected a condition to come true, but it never did');
    await delay(10);
  }
}
