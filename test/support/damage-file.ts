import { closeSync, openSync, writeSync } from 'node:fs';

/** What SQLite keeps together; the size that our databases have. */
export const PAGE_BYTES = 4096;

/** Writes bytes over what a file holds there. */
export function overwrite(file: string, offset: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, offset);
  closeSync(handle);
}

/** Fills whole pages, counted from 0, with what no page can hold. */
export function ruinPages(file: string, pages: readonly number[]): void {
  for (const page of pages) overwrite(file, page * PAGE_BYTES, Buffer.alloc(PAGE_BYTES, 'damage'));
}
