import { openDatabase } from '../../src/store/open-database.ts';

/** Run as a process of its own: holds the folder until it is killed. */
openDatabase({ folder: process.argv[2] ?? '' });
process.stdout.write('HELD\n');
setInterval(() => undefined, 60_000);
