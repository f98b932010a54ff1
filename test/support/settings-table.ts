import { SETTINGS } from '../../src/config/settings.ts';

/** The README's settings table, as the settings themselves say it. */
export function toSettingsTable(): string {
  const rows = Object.values(SETTINGS).map(
    ({ name, shownDefault, meaning }) => `| \`${name}\` | ${shownDefault} | ${meaning} |`,
  );
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
