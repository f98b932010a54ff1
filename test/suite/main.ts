import { runTogether } from './run-together.ts';

/** `npm test`: everything a change must pass. The checks use one core at a time and leave the tests room on two. */
const isGood = await runTogether({
  checks: {
    'check:codegen': ['npm', 'run', '--silent', 'check:codegen'],
    'check:types': ['npm', 'run', '--silent', 'check:types'],
    'check:lint': ['npm', 'run', '--silent', 'check:lint'],
  },
  tests: ['vitest', 'run', ...process.argv.slice(2)],
  print: (text) => process.stdout.write(text),
});
process.exitCode = isGood ? 0 : 1;
