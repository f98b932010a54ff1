/** Gives up a body unread, so that its connection is released. A body that breaks while it is left is just as left. */
export async function discardBody(body: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await body[Symbol.asyncIterator]().return?.();
  } catch {
    return;
  }
}
