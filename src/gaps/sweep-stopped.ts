/** The reason with which a sweep's signal aborts. */
export class SweepStopped extends Error {
  override readonly name = 'SweepStopped';
  /** A person's wish, or the end of the service. */
  readonly by: 'CANCEL' | 'SHUTDOWN';

  constructor(by: 'CANCEL' | 'SHUTDOWN') {
    super(by === 'CANCEL' ? 'the comparison was cancelled' : 'the service is stopping');
    this.by = by;
  }
}
