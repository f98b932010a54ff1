/** PMS has our identifier for something else, which it does not show or which was added this moment. */
export class IdentifierTakenError extends Error {
  override readonly name = 'IdentifierTakenError';

  constructor() {
    super(
      'expected PROVIDER_ID to be free in Plex, but got: a conflict, choose another or remove the other provider',
    );
  }
}
