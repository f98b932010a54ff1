import { PmsError } from '../pms-error.ts';
import type { LibraryStep } from './library-wish.ts';
import { listPlexSections, type PlexSection } from './plex-section.ts';
import type { RegistrationPorts } from './registration-ports.ts';
import type { LibraryAgent } from './registration-writer.ts';

type Step = Extract<LibraryStep, { kind: 'SWITCH' | 'CREATE' }>;

/** Lets a library use us, and looks whether it does; `undefined` when PMS took the change but the library does not. */
export async function ensureLibrary(
  step: Step,
  to: LibraryAgent,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<PlexSection | undefined> {
  const failure = await write(step, to, ports, signal);
  const sections = await listPlexSections(ports.client, signal);
  const section = sections.find((one) => isMeant(one, step) && one.agent === to.agent);
  if (section === undefined && failure !== undefined) throw failure;
  if (section !== undefined) ports.onChange(step.kind === 'SWITCH' ? 'LIBRARY_SWITCHED' : 'LIBRARY_CREATED');
  return section;
}

function isMeant({ key, title }: PlexSection, step: Step): boolean {
  return step.kind === 'SWITCH' ? key === step.section.key : title === step.name;
}

/** Gives the failure instead of throwing it: an answer that was lost does not mean that nothing was done. */
async function write(
  step: Step,
  to: LibraryAgent,
  { writer }: RegistrationPorts,
  signal: AbortSignal,
): Promise<PmsError | undefined> {
  try {
    if (step.kind === 'SWITCH') await writer.switchLibrary(step.section, to, signal);
    else await create(step, to, writer, signal);
    return undefined;
  } catch (error) {
    if (error instanceof PmsError) return error;
    throw error;
  }
}

/** The documented route first; it cannot name a folder with a comma, and PMS 1.43 does not have it. */
async function create(
  { name, folders }: Extract<Step, { kind: 'CREATE' }>,
  to: LibraryAgent,
  writer: RegistrationPorts['writer'],
  signal: AbortSignal,
): Promise<void> {
  if (!folders.some((folder) => folder.includes(','))) {
    try {
      await writer.createLibrary(name, folders, to, signal);
      return;
    } catch (error) {
      if (!(error instanceof PmsError && error.kind === 'NOT_FOUND')) throw error;
    }
  }
  await writer.createLibraryOldWay(name, folders, to, signal);
}
