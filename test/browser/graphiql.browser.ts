import { describe, expect, it } from 'vitest';
import { putGap, startApiWorld } from '../support/api-world.ts';
import { openPage } from '../support/chromium.ts';

const QUERY = "(document.querySelector('.graphiql-query-editor .view-lines')?.innerText ?? '')";
const ANSWER = "(document.querySelector('.graphiql-response .view-lines')?.innerText ?? '')";
const RUN = "document.querySelector('.graphiql-execute-button')";

describe('GraphiQL in a browser without network', () => {
  it('opens with the example queries, runs the first one and shows its rows', async () => {
    await using api = await startApiWorld();
    putGap(api.world, { subject: '/media/Adult/missing.mp4' });
    await using page = await openPage(`${api.url}/graphql`);

    await page.until(`${QUERY}.includes('countsByReason')`);
    await page.evaluate(`${RUN}.click()`);
    await page.until(`${ANSWER}.includes('/media/Adult/missing.mp4')`);

    expect(await page.evaluate("document.querySelectorAll('.graphiql-tab').length")).toBe(3);
    const elsewhere = page
      .listRequests()
      .filter((url) => !/^(data:|blob:|about:)/.test(url) && !url.startsWith(api.url));
    expect(elsewhere).toEqual([]);
    expect(page.listComplaints()).toEqual([]);
  });
});
