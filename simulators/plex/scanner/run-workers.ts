/**
 * Works through a list with a fixed number of workers, each taking the next entry when it is free: no queue of promises
 * builds up however long the list is. The first failure stops the others from taking more and is thrown.
 */
export async function runWorkers<T>(
  entries: Iterable<T>,
  workers: number,
  work: (entry: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = entries[Symbol.iterator]();
  let taken = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && !failed; next = queue.next()) {
      const index = taken++;
      try {
        await work(next.value, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
