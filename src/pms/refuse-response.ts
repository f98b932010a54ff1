import { PmsError, type PmsErrorKind } from './pms-error.ts';

const KINDS: Readonly<Record<number, PmsErrorKind>> = {
  401: 'UNAUTHORIZED',
  403: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  503: 'STARTING',
};

/**
 * Throws for every answer but a success. The bodies of errors are HTML (Plex's OpenAPI document 1.2.2) and are not
 * read; a redirect is never followed, since the next server could be anyone and would be handed the token.
 */
export async function refuseResponse(response: Response): Promise<void> {
  const { status } = response;
  if (response.ok) return;
  await response.body?.cancel();
  throw new PmsError(status >= 300 && status <= 399 ? 'REDIRECTED' : (KINDS[status] ?? 'HTML_ERROR'), {
    status,
  });
}
