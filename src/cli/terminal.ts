/** Where a command writes. */
export interface Terminal {
  /** The command's result. */
  print(text: string): void;
  /** Progress and remarks, which are not part of the result. */
  remark(text: string): void;
  /** Shows a line that the next one replaces; on anything but a terminal, every tenth percent as a plain line. */
  progress(done: number, total: number | undefined, what: string): void;
  readonly isTerminal: boolean;
}

export interface Streams {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

export function createTerminal({ stdout, stderr }: Streams): Terminal {
  const isTerminal = stderr.isTTY ?? false;
  const state = { lastTenth: -1, lineShown: false };
  const endLine = (): void => {
    if (state.lineShown) stderr.write('\n');
    state.lineShown = false;
  };
  return {
    isTerminal,
    print: (text) => {
      endLine();
      stdout.write(`${text}\n`);
    },
    remark: (text) => {
      endLine();
      stderr.write(`${text}\n`);
    },
    progress: (done, total, what) => {
      const line = progressLine(done, total, what);
      if (isTerminal) {
        stderr.write(`\r\u001B[2K${line}`);
        state.lineShown = true;
        return;
      }
      const tenth = total === undefined || total === 0 ? 0 : Math.floor((done / total) * 10);
      if (tenth !== state.lastTenth) stderr.write(`${line}\n`);
      state.lastTenth = tenth;
    },
  };
}

const BAR_WIDTH = 30;

function progressLine(done: number, total: number | undefined, what: string): string {
  if (total === undefined || total === 0) return `${what}: ${done}`;
  const filled = Math.min(BAR_WIDTH, Math.round((done / total) * BAR_WIDTH));
  return `${what}: [${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${done} of ${total}`;
}
