import { ErrorShare, type ErrorShareOptions } from './error-share.ts';

/** What goes wrong with one answer. */
export type AnswerFault =
  | { readonly kind: 'NONE' }
  /** Every answer comes this much later. */
  | { readonly kind: 'SLOW'; readonly ms: number }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'HANG' }
  | { readonly kind: 'HTTP_500'; readonly ms?: number }
  /** 200 and the right content type, but no JSON and no picture. */
  | { readonly kind: 'GARBAGE'; readonly ms?: number }
  /** As if the key were wrong. */
  | { readonly kind: 'UNAUTHORIZED' }
  /** As if Stash had never been set up. */
  | { readonly kind: 'SETUP' }
  /** As if a person still had to confirm the migration of the database. */
  | { readonly kind: 'MIGRATION' }
  /** The connection is cut in the middle of the answer. */
  | { readonly kind: 'CUT'; readonly ms?: number }
  /** An answer that never ends. */
  | { readonly kind: 'HUGE' };

/** What goes wrong with the answers. Where there is an `ms`, it is so much later. */
export type Fault = AnswerFault | Unreliable;

/** Every answer comes late, and some go wrong as well. */
export interface Unreliable extends ErrorShareOptions {
  readonly kind: 'UNRELIABLE';
  readonly ms: number;
}

/** Narrows a fault down to some of the requests. */
export interface FaultScope {
  /** Default: both. */
  readonly on?: 'GRAPHQL' | 'PICTURES';
  /** Only GraphQL operations of this name. */
  readonly operationName?: string;
  /** Only so many requests, then all is well again. */
  readonly next?: number;
}

/** A request, as far as a fault can be scoped by it. */
export interface FaultTarget {
  readonly kind: 'GRAPHQL' | 'PICTURES';
  readonly operationName: string | undefined;
}

const NONE: AnswerFault = { kind: 'NONE' };

/** The switch for faults; one fault at a time. */
export class Faults {
  #fault: Fault = NONE;
  #scope: FaultScope = {};
  #left = Infinity;
  #errors: ErrorShare | undefined;

  /** The fault that is switched on. */
  get current(): Fault {
    return this.#fault;
  }

  /** How many answers an `UNRELIABLE` has made wrong so far. */
  get errorsGiven(): number {
    return this.#errors?.given ?? 0;
  }

  /** Switches a fault on in place of the one before. */
  set(fault: Fault, scope: FaultScope = {}): void {
    this.#fault = fault;
    this.#scope = scope;
    this.#left = scope.next ?? Infinity;
    this.#errors = fault.kind === 'UNRELIABLE' ? new ErrorShare(fault) : undefined;
  }

  /** All is well again. Requests that hang go on hanging, as they would. */
  clear(): void {
    this.set(NONE);
  }

  /** The fault for one request, which counts as hit by it. */
  take(target: FaultTarget): AnswerFault {
    const { on, operationName } = this.#scope;
    const isMeant = (!on || on === target.kind) && (!operationName || operationName === target.operationName);
    if (!isMeant || this.#fault.kind === 'NONE') return NONE;
    const fault = this.#fault.kind === 'UNRELIABLE' ? this.#draw(this.#fault) : this.#fault;
    this.#left -= 1;
    if (this.#left <= 0) this.clear();
    return fault;
  }

  #draw({ ms }: Unreliable): AnswerFault {
    const way = this.#errors?.take();
    return way === undefined ? { kind: 'SLOW', ms } : { kind: way, ms };
  }
}
