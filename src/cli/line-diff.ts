const SECRET_LINE = /^(\s*[\w-]*(?:key|token|secret|password)[\w-]*\s*:\s*)\S.*$/i;

/** The lines that change, old ones first, without what is the same before and after; secrets are masked. */
export function toLineDiff(before: string, after: string): string {
  const [old, fresh] = [toLines(before), toLines(after)];
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return [
    `@@ line ${start + 1} @@`,
    ...old.slice(start, old.length - end).map((line) => `-${mask(line)}`),
    ...fresh.slice(start, fresh.length - end).map((line) => `+${mask(line)}`),
  ].join('\n');
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function mask(line: string): string {
  return line.replace(SECRET_LINE, '$1[secret]');
}
