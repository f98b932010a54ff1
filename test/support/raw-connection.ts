import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** A connection on which a test says what it likes, byte for byte. */
export class RawConnection implements Disposable {
  readonly socket: Socket;
  /** Settles once the other side, or the network, has ended it. */
  readonly ended: Promise<void>;
  #text = '';

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding('latin1').on('data', (text: string) => (this.#text += text));
    // A reset is one more way of being closed.
    socket.on('error', () => undefined);
    this.ended = new Promise((resolve) => socket.once('end', resolve).once('close', () => resolve()));
  }

  /** @param halfOpen keeps our direction open when the server ends its own. */
  static async open(url: string, halfOpen = false): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: halfOpen });
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  /** Each character of a text is one byte. */
  send(text: string | Buffer): void {
    if (this.socket.writable) this.socket.write(text, 'latin1');
  }

  /** Everything that came so far. */
  get text(): string {
    return this.#text;
  }

  /** The status of each answer that came so far. */
  get statuses(): readonly number[] {
    return [...this.#text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** Sends everything at once and returns what came until the server closed. */
export async function exchangeRaw(url: string, text: string | Buffer): Promise<RawConnection> {
  const connection = await RawConnection.open(url);
  connection.send(text);
  await connection.ended;
  connection.socket.destroy();
  return connection;
}
