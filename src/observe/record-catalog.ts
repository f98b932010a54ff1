import type { CatalogEvent, CatalogTrouble } from '../catalog/catalog-state.ts';
import type { Logger } from './logger.ts';

interface Line {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly text: string;
}

/** Writes what happens in the catalog to the log. */
export function createRecordCatalog(logger: Logger): (event: CatalogEvent) => void {
  return (event) => {
    const { level, fields, text } = toLine(event);
    logger[level](fields, text);
  };
}

/** Progress goes to debug, since a pull has hundreds of pages. */
function toLine(event: CatalogEvent): Line {
  switch (event.kind) {
    case 'PULL_STARTED':
    case 'PULL_PROGRESS': {
      const { pull, seen, total } = event;
      const level = event.kind === 'PULL_STARTED' ? 'info' : 'debug';
      return { level, fields: { pull, seen, total }, text: 'reading Stash' };
    }
    case 'PULL_COMPLETED':
      return { level: 'info', fields: event.summary, text: 'the catalog is complete' };
    case 'PULL_FAILED':
      return { level: 'debug', fields: { trouble: event.trouble.kind }, text: 'reading Stash was cut short' };
    case 'REMOVAL_HELD': {
      const text = 'Stash suddenly lacks many scenes: they are kept until a second look agrees';
      return { level: 'error', fields: { scenes: event.scenes }, text };
    }
    case 'FOLLOWED':
      return { level: 'trace', fields: { queued: event.queued }, text: 'looked for changes in Stash' };
    case 'REREAD': {
      const { changed, removed } = event;
      return { level: 'info', fields: { changed, removed }, text: 'changes of Stash taken over' };
    }
    case 'TROUBLE_BEGAN':
      return toTroubleLine(event.trouble);
    case 'TROUBLE_ENDED':
      return { level: 'info', fields: {}, text: 'the catalog goes on' };
  }
}

function toTroubleLine(trouble: CatalogTrouble): Line {
  return trouble.kind === 'STASH'
    ? { level: 'warn', fields: trouble.cause, text: 'the catalog waits for Stash' }
    : { level: 'error', fields: { err: trouble.error }, text: 'the catalog cannot go on' };
}
