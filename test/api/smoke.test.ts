import { expect, it } from 'vitest';
import { putSceneGaps, startApiWorld } from '../support/api-world.ts';
import { getIntrospectionQuery } from 'graphql';
it('works', async () => {
  await using api = await startApiWorld();
  putSceneGaps(api.world, 3);
  console.log(JSON.stringify(await api.ask('{ gaps(first: 2) { totalCount countsByKind { kind count } nodes { id kind nextStep scene { title files { path } studio { name } } } pageInfo { hasNextPage endCursor } } status { version startedAt stash { version breaker } } catalog { state completeAt } }'), null, 1));
  const intro = await api.ask(getIntrospectionQuery());
  console.log(intro.status, intro.errors, JSON.stringify(intro.data).length);
  console.log(await api.ask('{ explainMatch(fileName: "a/b.mp4") { outcome reason steps { strategy finding tried } } }').then(x=>JSON.stringify(x)));
  console.log(await api.ask('{ gaps(first: 0) { totalCount } }').then(x=>JSON.stringify(x)));
  console.log(await api.ask('{'.repeat(3000)).then(x=>JSON.stringify(x)));
  console.log(await api.ask('{ gap(id: ' + '['.repeat(4900)).then(x=>JSON.stringify(x)));
  console.log(await api.ask('mutation { refreshCatalog(mode: null) { state } }').then(x=>JSON.stringify(x)));
  for (const f of ['json','csv','ndjson']) console.log(await (await fetch(api.url + '/gaps?format=' + f)).text());
  for (const m of ['PUT','DELETE','HEAD','OPTIONS','GET']) { const r = await fetch(api.url + '/graphql', {method: m}); console.log(m, r.status, await r.text(), JSON.stringify([...r.headers])); }
  const page = await fetch(api.url + '/graphql', {headers: {accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'}}); console.log(page.status, (await page.text()).length, page.headers.get('content-security-policy'));
  const big = await fetch(api.url + '/graphql', {method:'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({query: 'x'.repeat(400000)})}); console.log(big.status, await big.text());
  console.log(api.stash.requests.length, api.log.slice(-4));
});
