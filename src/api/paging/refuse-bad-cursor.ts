import { InvalidCursorError } from '../../gaps/gap-cursor.ts';
import { badInput } from '../api-error.ts';

/**
 * Runs a listing that takes a cursor.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for a cursor that no page of this list gave.
 */
export function refuseBadCursor<Result>(list: () => Result): Result {
  try {
    return list();
  } catch (error) {
    if (error instanceof InvalidCursorError) throw badInput(`after: ${error.message}`);
    throw error;
  }
}
