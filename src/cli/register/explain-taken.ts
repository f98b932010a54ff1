import type { ProviderVerdict } from '../../pms/registration/judge-provider.ts';
import { toShownUri } from '../../pms/registration/provider-address.ts';
import type { ProviderName } from '../../pms/registration/write-address.ts';
import { toPlainText } from './plain-text.ts';

/** Says who has our identifier in Plex, and what may be done. */
export function explainTaken(
  { provider, answers }: Extract<ProviderVerdict, { kind: 'TAKEN' }>,
  { identifier, title }: ProviderName,
  prefix: string,
): string {
  const isCopy = answers.kind === 'COPY';
  const who = isCopy
    ? `there answers another program, which calls itself "${toPlainText(answers.title)}"`
    : 'nothing there answers as this service';
  const mayMove = !isCopy || answers.title === title;
  const move = mayMove
    ? [
        'If that was this service at another place, move it with  register --address http://<this machine>:<port>.',
      ]
    : [];
  return [
    `Plex has the identifier ${identifier} for "${toPlainText(provider.title)}" at ${toShownUri(provider.uri, prefix)}, and ${who}.`,
    'Nothing was changed.',
    ...move,
    'Otherwise remove that provider in Plex (Settings, Metadata Agents), or give this service another PROVIDER_ID.',
  ].join('\n');
}
