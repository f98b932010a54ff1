/** How much of an answer is compared beside status and headers: `ROWS` is the body with its scenes in any order. */
type Extent = 'BODY' | 'ROWS' | 'HEADERS_ONLY';

interface Rule {
  readonly names: RegExp;
  /** Null for exchanges that are not replayed. */
  readonly extent: Extent | null;
  /** Why not all of it; required where something is left out. */
  readonly why?: string;
}

const NO_SEARCH = 'free text search is not used by Stash2Plex and not simulated';
const NO_LOGIN =
  'there is no log-in by password and cookie in the simulator: Stash2Plex only ever sends a key';
const TIES = 'scenes of one second are ordered by titles, which the recordings do not show of all scenes';
const NO_MEDIA =
  'captions, sprites, markers and group pictures are not shown by Stash2Plex and not simulated';

/** For every recorded exchange the first rule whose pattern fits its name. */
export const RULES: readonly Rule[] = [
  { names: /^auth-(cookie|login|login-wrong)$/, extent: null, why: NO_LOGIN },
  { names: /^auth-login-page$/, extent: null, why: NO_LOGIN },
  { names: /^auth-/, extent: 'BODY' },
  { names: /^(caption|caption-none|image-group-.*|image-marker.*)$/, extent: null, why: NO_MEDIA },
  {
    names: /^image-not-modified$/,
    extent: null,
    why: 'asks by the ETag of the recorded bytes, and the simulator draws its own',
  },
  { names: /^image-(preview|sprite)$/, extent: 'BODY' },
  { names: /^image-/, extent: 'HEADERS_ONLY', why: "the pictures are the simulator's own drawings" },
  { names: /^(search.*|performers-same-name)$/, extent: null, why: NO_SEARCH },
  { names: /^server-stats$/, extent: null, why: 'statistics are not used by Stash2Plex and not simulated' },
  {
    names: /^(folder-.*|files-filter-folder)$/,
    extent: null,
    why: 'folders have no ids of their own in the simulator',
  },
  {
    names: /^public-access/,
    extent: 'HEADERS_ONLY',
    why: "the sentences that explain the refusal are the simulator's own",
  },
  {
    names: /^path-or-31$/,
    extent: 'HEADERS_ONLY',
    why: "the SQL in the message is the simulator's own; see the test for it",
  },
  {
    names: /^scenes-(default-page|ids-empty)$/,
    extent: 'HEADERS_ONLY',
    why: 'without a sort the order follows the studios, which the recordings show of some scenes only',
  },
  { names: /^changed-scenes(-utc)?$/, extent: 'ROWS', why: TIES },
  { names: /^changed-scenes-newest$/, extent: 'HEADERS_ONLY', why: TIES },
  { names: /./, extent: 'BODY' },
];

/** Fields of the recorded documents that the simulator does not know, since no operation of Stash2Plex reads them. */
export const UNKNOWN_FIELDS: ReadonlySet<string> = new Set([
  ...fieldsOf('Scene', 'urls rating100 o_counter interactive interactive_speed last_played_at resume_time'),
  ...fieldsOf('Scene', 'play_duration play_count play_history o_history captions scene_markers galleries'),
  ...fieldsOf('VideoFile', 'format video_codec audio_codec frame_rate bit_rate parent_folder zip_file'),
  ...fieldsOf('StashID', 'updated_at'),
  ...fieldsOf('Studio', 'url urls aliases details rating100 favorite ignore_auto_tag tags stash_ids'),
  ...fieldsOf(
    'Performer',
    'gender birthdate death_date ethnicity country eye_color hair_color height_cm weight',
  ),
  ...fieldsOf('Performer', 'measurements fake_tits penis_length circumcised career_length tattoos piercings'),
  ...fieldsOf('Performer', 'alias_list favorite ignore_auto_tag rating100 details url urls scene_count'),
  ...fieldsOf('Performer', 'custom_fields tags stash_ids'),
  ...fieldsOf('Tag', 'description aliases favorite ignore_auto_tag parents children stash_ids'),
  ...fieldsOf(
    'Group',
    'aliases duration date rating100 director synopsis urls front_image_path back_image_path',
  ),
  ...fieldsOf('Group', 'studio tags scene_count containing_groups sub_groups scenes'),
  ...fieldsOf('Version', 'build_time'),
  ...fieldsOf('SystemStatus', 'databasePath configPath'),
]);

/** The rule for an exchange. */
export function ruleFor(name: string): Rule {
  const rule = RULES.find((candidate) => candidate.names.test(name));
  if (!rule) throw new RangeError(`expected a rule for every exchange, but got none for: ${name}`);
  return rule;
}

function fieldsOf(type: string, names: string): string[] {
  return names.split(' ').map((name) => `${type}.${name}`);
}
