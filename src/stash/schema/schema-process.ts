import { Secret } from '../../lib/secret.ts';
import type { SchemaWork, SchemaWorkResult } from './check-schema-apart.ts';
import { checkSchema } from './check-schema.ts';

process.once('message', (work: SchemaWork) => {
  void compare(work).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit());

async function compare({ from, apiKey, timeoutMs }: SchemaWork): Promise<SchemaWorkResult> {
  const key = apiKey === undefined ? undefined : new Secret(apiKey);
  try {
    const check = await checkSchema({ from, apiKey: key, ...(timeoutMs !== undefined && { timeoutMs }) });
    return { ok: true, check };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error('failed');
    return { ok: false, name, message };
  }
}
