import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this folder in a process of its own: nothing that is measured shares an event loop with another. */
export interface Child<Question, Answer> extends AsyncDisposable {
  /** An error there is an error here. */
  ask(question: Question): Promise<Answer>;
}

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/**
 * Starts `bench/processes/<name>.ts`, which answers by `answerParent`.
 *
 * @param nodeOptions as on the command line of Node.
 */
export function startChild<Question extends object, Answer>(
  name: string,
  nodeOptions: readonly string[] = [],
): Child<Question, Answer> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), [], {
    execPath: process.execPath,
    execArgv: [...nodeOptions],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  let lastId = 0;
  return {
    ask: (question) => exchange<Answer>(child, name, (lastId += 1), question),
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}

function exchange<Answer>(child: ChildProcess, name: string, id: number, question: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (run: () => void): void => {
      child.off('message', onReply);
      child.off('exit', onExit);
      run();
    };
    const onExit = (): void => settle(() => reject(new Error(`expected an answer of ${name}, but it ended`)));
    const onReply = (reply: Reply): void => {
      if (reply.id !== id) return;
      settle(() =>
        reply.error === undefined
          ? resolve(reply.answer as Answer)
          : reject(new Error(`${name}: ${reply.error}`)),
      );
    };
    child.on('message', onReply);
    child.once('exit', onExit);
    child.send({ id, question });
  });
}

/**
 * The other side: answers the questions of the process that started this one, and ends when that goes away. What the
 * questions are is agreed between the two.
 */
export function answerParent(answer: (question: never) => Promise<unknown>): void {
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches every process of the terminal; the parent says what becomes of this one.
  process.on('SIGINT', () => undefined);
  process.on('message', ({ id, question }: { id: number; question: unknown }) => {
    void answer(question as never).then(
      (value) => process.send?.({ id, answer: value }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : 'failed' }),
    );
  });
}
