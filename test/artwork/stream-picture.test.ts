import { describe, expect, it } from 'vitest';
import type { FetchedImage } from '../../src/artwork/image-source.ts';
import { readPicture } from '../../src/artwork/read-picture.ts';
import { PictureCutShortError, streamPicture } from '../../src/artwork/stream-picture.ts';

const CHUNK = new Uint8Array(10);

function image(body: AsyncIterable<Uint8Array>, length?: number): FetchedImage {
  return { kind: 'IMAGE', contentType: 'image/jpeg', body, ...(length === undefined ? {} : { length }) };
}

async function* chunks(count: number, onEnd: () => void = () => undefined): AsyncGenerator<Uint8Array> {
  try {
    for (let i = 0; i < count; i += 1) yield CHUNK;
  } finally {
    onEnd();
  }
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield CHUNK;
  throw new TypeError('terminated: http://stash:9999/?apikey=KEY');
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const got: Uint8Array[] = [];
  for await (const chunk of stream) got.push(chunk);
  return got;
}

describe('a streamed picture', () => {
  it('takes from Stash only what the caller takes', async () => {
    let given = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield CHUNK;
      }
    };
    const stream = streamPicture(image(endless()), 1000);
    await stream.next();
    await stream.next();
    expect(given).toBe(2);
  });

  it('passes every byte on', async () => {
    const got = await collect(streamPicture(image(chunks(5), 50), 50));
    expect(Buffer.concat(got)).toHaveLength(50);
  });

  it('leaves the source when the caller leaves', async () => {
    let ended = 0;
    const stream = streamPicture(image(chunks(5, () => (ended += 1))), 1000);
    await stream.next();
    await stream.return(undefined);
    expect(ended).toBe(1);
  });

  it.each<[string, FetchedImage]>([
    ['longer than the limit', image(chunks(6))],
    ['longer than Stash said', image(chunks(4), 35)],
    ['shorter than Stash said', image(chunks(4), 45)],
    ['broken off', image(breaking())],
  ])('throws when it is %s', async (_what, picture) => {
    const reading = collect(streamPicture(picture, 50));
    await expect(reading).rejects.toThrow(PictureCutShortError);
    await expect(reading).rejects.toThrow(/^expected (?!.*KEY)/);
  });
});

describe('a picture that is read whole', () => {
  it('has every byte', async () => {
    const reading = await readPicture(image(chunks(5), 50), 50);
    expect(reading.kind === 'READ' && reading.bytes).toHaveLength(50);
  });

  it.each<[string, FetchedImage, string]>([
    ['longer than the limit', image(chunks(Infinity)), 'TOO_LARGE'],
    ['longer than Stash said', image(chunks(4), 35), 'CUT_SHORT'],
    ['shorter than Stash said', image(chunks(4), 45), 'CUT_SHORT'],
    ['broken off', image(breaking()), 'CUT_SHORT'],
  ])('is refused when it is %s', async (_what, picture, kind) => {
    expect(await readPicture(picture, 50)).toEqual({ kind });
  });
});
