/** What Chromium tells of its own accord. */
export interface DevtoolsEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Waiter {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

type Reply = Partial<DevtoolsEvent> & {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
};

/** A connection by the Chrome DevTools Protocol: commands with their results, and every event so far. */
export class Devtools {
  readonly events: DevtoolsEvent[] = [];
  readonly #socket: WebSocket;
  readonly #waiters = new Map<number, Waiter>();
  #lastId = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Reply));
  }

  static async connect(url: string): Promise<Devtools> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('expected Chromium to take a connection')));
    });
    return new Devtools(socket);
  }

  /** `sessionId` names the page that the command is for; the browser itself when left out. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    const id = (this.#lastId += 1);
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve, reject) => this.#waiters.set(id, { resolve, reject }));
  }

  close(): void {
    this.#socket.close();
  }

  #take({ id, result, error, method, params }: Reply): void {
    if (method !== undefined) this.events.push({ method, params: params ?? {} });
    const waiter = id === undefined ? undefined : this.#waiters.get(id);
    if (error) waiter?.reject(new Error(error.message));
    else waiter?.resolve(result ?? {});
    if (id !== undefined) this.#waiters.delete(id);
  }
}
