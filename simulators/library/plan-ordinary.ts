import type { SimulatedPerformer, SimulatedStudio } from './library-contents.ts';
import { type PlanContext, type Planner, type ScenePlan, drawDate } from './scene-plan.ts';
import { titleOf } from './words.ts';

interface Draft {
  readonly title: string;
  readonly studio: SimulatedStudio;
  readonly performers: readonly SimulatedPerformer[];
  readonly date: string;
}

const EXTENSIONS = ['mp4', 'mp4', 'mp4', 'mkv', 'wmv', 'avi', 'm4v'];
const QUALITIES = ['480p', '720p', '1080p', '1080p', '2160p'];
const GENERIC_NAMES = [
  'scene1.mp4',
  'scene.mp4',
  'video.mp4',
  '1.mp4',
  'clip.mp4',
  'movie.mkv',
  '01.mp4',
  'untitled.mp4',
];

/** The names that most files have, the frequent ones more than once. */
export const ORDINARY_PLANNERS: readonly Planner[] = [
  planStudioDated,
  planStudioDated,
  planStudioDated,
  planStudioDated,
  planRelease,
  planRelease,
  planPlain,
  planPlain,
  planByYear,
  planCode,
  planGeneric,
  planShared,
];

function planStudioDated(context: PlanContext): ScenePlan[] {
  const draft = drawDraft(context);
  const quality = context.random.chance(0.5) ? ` [${context.random.pick(QUALITIES)}]` : '';
  const name = `${draft.studio.name} - ${draft.title} (${draft.date})${quality}.${extension(context)}`;
  return [plan('STUDIO_DATED', draft, `${draft.studio.name}/${name}`)];
}

function planRelease(context: PlanContext): ScenePlan[] {
  const draft = drawDraft(context);
  const people = draft.performers.map((performer) => dotted(performer.name)).join('.And.');
  const parts = [
    squeezed(draft.studio.name),
    draft.date.slice(2).replaceAll('-', '.'),
    people,
    dotted(draft.title),
  ];
  const name = `${parts.join('.')}.XXX.${context.random.pick(QUALITIES)}.${extension(context)}`;
  return [
    plan('RELEASE', draft, context.random.chance(0.5) ? `releases/${name}` : `${draft.studio.name}/${name}`),
  ];
}

function planPlain(context: PlanContext): ScenePlan[] {
  const draft = drawDraft(context);
  const folder = draft.performers[0]?.name ?? 'various';
  return [plan('PLAIN', draft, `by performer/${folder}/${draft.title}.${extension(context)}`)];
}

function planByYear(context: PlanContext): ScenePlan[] {
  const draft = drawDraft(context);
  const [year, month] = draft.date.split('-');
  return [
    plan(
      'BY_YEAR',
      draft,
      `by year/${year}/${month}/${draft.studio.name}/${draft.title}.${extension(context)}`,
    ),
  ];
}

function planCode(context: PlanContext): ScenePlan[] {
  const letters = ['ABC', 'XYZ', 'AUR', 'NSH', 'QTZ', 'KST'][context.serial % 6] ?? '';
  const code = `${letters}-${String(context.serial).padStart(4, '0')}`;
  const tail = context.random.chance(0.3) ? ' [1080p]' : '';
  return [{ ...plan('CODE', drawDraft(context), `codes/${code}${tail}.${extension(context)}`), code }];
}

/** Names that say nothing, repeated in many folders: only the folder tells which scene it is. */
function planGeneric(context: PlanContext): ScenePlan[] {
  const draft = drawDraft(context);
  const name = context.random.pick(GENERIC_NAMES);
  return [plan('GENERIC', draft, `${draft.studio.name}/${draft.title}/${name}`)];
}

/** Two scenes with the same, telling, file name in two folders. */
function planShared(context: PlanContext): ScenePlan[] {
  const draft = drawDraft(context);
  const other = drawDraft(context);
  const name = `${draft.title} ${context.serial}.mp4`;
  return [
    plan('SHARED', draft, `${draft.studio.name}/Season 1/${name}`),
    plan('SHARED', { ...other, title: `${draft.title}, again` }, `${draft.studio.name}/Season 2/${name}`),
  ];
}

function drawDraft({ random, cast, serial }: PlanContext): Draft {
  const count = random.pick([0, 1, 1, 1, 2, 2, 3]);
  const performers = Array.from({ length: count }, () => random.pick(cast.performers));
  return { title: titleOf(serial), studio: random.pick(cast.studios), performers, date: drawDate(random) };
}

function plan(trait: ScenePlan['trait'], draft: Draft, path: string): ScenePlan {
  const performerIds = [...new Set(draft.performers.map((performer) => performer.id))].sort((a, b) => a - b);
  return {
    trait,
    paths: [path],
    title: draft.title,
    studioId: draft.studio.id,
    performerIds,
    date: draft.date,
    code: '',
  };
}

function extension({ random }: PlanContext): string {
  return random.pick(EXTENSIONS);
}

function dotted(text: string): string {
  return text.replace(/["'.,]/g, '').replaceAll(' ', '.');
}

function squeezed(text: string): string {
  return text.replaceAll(' ', '');
}
