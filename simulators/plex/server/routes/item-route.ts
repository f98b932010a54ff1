import type { AnswerObject } from '../id-writing.ts';
import { toWholeItem } from '../item-writing.ts';
import { containerOf } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';
import type { PmsState } from '../pms-state.ts';

/** `GET /library/metadata/{id}[,{id}…]`: complete items. Unknown ids are left out; none known is a 404. */
export const itemRoute: PmsRoute = {
  method: 'GET',
  path: /^\/library\/metadata\/(\d+(?:,\d+)*)$/,
  answer: (state, { query }, [ids = '']) => {
    const checkFiles = query.get('checkFiles') === '1';
    const found = ids.split(',').map((id) => findItem(state, id, checkFiles));
    const items = found.filter((item) => item !== undefined);
    return items.length === 0 ? { kind: 'HTML', status: 404 } : containerOf('Metadata', items);
  },
};

function findItem({ sections }: PmsState, ratingKey: string, checkFiles: boolean): AnswerObject | undefined {
  for (const section of sections.values()) {
    const index = section.items.findIndex(ratingKey);
    if (index !== undefined) return toWholeItem(section.items.at(index), section, checkFiles);
  }
  return undefined;
}
