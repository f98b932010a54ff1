import { describe, expect, it } from 'vitest';
import { Topic } from '../../src/gaps/topic.ts';
import { collect } from '../support/gap-world.ts';

describe('a subscription', () => {
  it('gives what is published while it lasts, in order', async () => {
    const topic = new Topic<number>({ capacity: 10 });
    const listener = topic.subscribe()[Symbol.asyncIterator]();
    const waiting = listener.next();
    topic.publish(1);
    topic.publish(2);
    expect(await waiting).toEqual({ done: false, value: 1 });
    expect(await listener.next()).toEqual({ done: false, value: 2 });
  });

  it('loses the oldest when it never reads', async () => {
    const topic = new Topic<number>({ capacity: 3 });
    const listener = topic.subscribe()[Symbol.asyncIterator]();
    for (let item = 1; item <= 100_000; item += 1) topic.publish(item);
    topic.close();
    expect(await collect({ [Symbol.asyncIterator]: () => listener })).toEqual([99_998, 99_999, 100_000]);
  });

  it('gives only what is wanted', async () => {
    const topic = new Topic<number>({ capacity: 3 });
    const listener = topic.subscribe((item) => item % 2 === 0)[Symbol.asyncIterator]();
    for (const item of [1, 2, 3, 4]) topic.publish(item);
    topic.close();
    expect(await collect({ [Symbol.asyncIterator]: () => listener })).toEqual([2, 4]);
  });

  it('is forgotten once its loop is left', async () => {
    const topic = new Topic<number>({ capacity: 3 });
    const items = topic.subscribe();
    const loop = (async () => {
      for await (const item of items) if (item === 1) return item;
      return undefined;
    })();
    topic.publish(1);
    expect(await loop).toBe(1);
    expect(topic.hasListeners).toBe(false);
  });

  it('ends when its signal aborts, before or while it waits', async () => {
    const topic = new Topic<number>({ capacity: 3 });
    const leaving = new AbortController();
    const waiting = collect(topic.subscribe(undefined, leaving.signal));
    expect(topic.hasListeners).toBe(true);
    leaving.abort();
    expect(await waiting).toEqual([]);
    expect(await collect(topic.subscribe(undefined, leaving.signal))).toEqual([]);
    expect(topic.hasListeners).toBe(false);
  });

  it('ends when the topic closes, also one that comes late', async () => {
    const topic = new Topic<number>({ capacity: 3 });
    const waiting = collect(topic.subscribe());
    topic.close();
    expect(await waiting).toEqual([]);
    expect(await collect(topic.subscribe())).toEqual([]);
  });
});
