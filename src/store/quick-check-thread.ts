import { workerData } from 'node:worker_threads';
import { Database } from './database.ts';
import { DAMAGED, SOUND, type QuickCheckTask } from './quick-check-task.ts';
import { DatabaseCorruptError } from './store-errors.ts';

/** Run as a thread of its own by `startQuickCheck`: reads the whole file and leaves the verdict in shared memory. */
const { file, verdict } = workerData as QuickCheckTask;
Atomics.store(verdict, 0, isSound() ? SOUND : DAMAGED);
Atomics.notify(verdict, 0);

function isSound(): boolean {
  try {
    const database = new Database(file, { readOnly: true });
    const finding = database.find('PRAGMA quick_check(1)')?.['quick_check'];
    database.close();
    return finding === 'ok';
  } catch (error) {
    if (error instanceof DatabaseCorruptError) return false;
    throw error;
  }
}
