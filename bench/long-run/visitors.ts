import { type Question, ask, askAndHangUp } from './ask.ts';

/** What people and tools read at the admin listener in a day; none of it changes anything. */
const READ = [
  '/gaps',
  '/gaps?format=csv',
  '/gaps?format=ndjson',
  '/metrics',
  '/health/live',
  '/health/ready',
  '/nowhere',
];

const QUERIES = [
  '{ status { version } }',
  '{ gaps(first: 50) { totalCount countsByReason { reason count } nodes { id kind nextStep scene { title } } } }',
  '{ sweeps(first: 20) { nodes { id state } } }',
  '{ recentMatches(first: 50) { nodes { fileName outcome scene { title } } } }',
  '{ pathRules { name hitsToStash } }',
  '{ nothing }',
];

const SUBSCRIPTIONS = ['subscription { gapChanged { id } }', 'subscription { sweepProgress { id state } }'];

interface GapNode {
  readonly id: string;
}

/** A day's visit. Every day asks in words of its own, so that nothing kept by its text is ever found again. */
export async function visit(admin: string, day: number): Promise<void> {
  for (const path of READ) await ask(admin + path);
  const graphql = `${admin}/graphql`;
  for (const query of QUERIES) await ask(graphql, { json: { query: `# day ${day}\n${query}` } });
  await ask(graphql, { headers: { accept: 'text/html' } });
  for (const query of SUBSCRIPTIONS) {
    const headers = { accept: 'text/event-stream' };
    await askAndHangUp(graphql, { headers, json: { query: `# day ${day}\n${query}` } });
  }
  await askAndHangUp(`${admin}/gaps?format=ndjson`);
}

/** Hides gaps, some until a time, and shows those again that were hidden without one. */
export async function chooseGaps(admin: string, day: number, until: number): Promise<void> {
  const graphql = `${admin}/graphql`;
  const hidden = await listGaps(graphql, '[SUPPRESSED]', 50);
  for (const { id } of hidden.slice(0, 2)) await change(graphql, `reopenGap(id: ${id}) { id }`);
  const [forever, forNow] = await listGaps(graphql, '[OPEN]', 2);
  const reason = `known since day ${day}`;
  if (forever) await change(graphql, `suppressGap(id: ${forever.id}, reason: "${reason}") { id }`);
  if (forNow)
    await change(
      graphql,
      `suppressGap(id: ${forNow.id}, reason: "${reason}", until: "${new Date(until).toISOString()}") { id }`,
    );
}

async function listGaps(graphql: string, states: string, first: number): Promise<readonly GapNode[]> {
  const query = `{ gaps(filter: { states: ${states} }, first: ${first}) { nodes { id } } }`;
  const data = (await askGraphql(graphql, { json: { query } })) as { gaps: { nodes: GapNode[] } };
  return data.gaps.nodes;
}

async function change(graphql: string, mutation: string): Promise<void> {
  await askGraphql(graphql, { json: { query: `mutation { ${mutation} }` } });
}

async function askGraphql(graphql: string, question: Question): Promise<unknown> {
  const { text } = await ask(graphql, question);
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(`expected an answer without errors, but got: ${text}`);
  return data;
}
