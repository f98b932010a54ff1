import type { Random } from '../../simulators/library/random.ts';
import { sweepFully, waitForPulls } from './ask-service.ts';
import { checkLife, type Past } from './check-life.ts';
import { listFailures } from './check-load.ts';
import { isEdited, type KillWorld } from './kill-world.ts';
import { readKeptState } from './kept-state.ts';
import { KillTally, type Kill, type KillsResult } from './kill-tally.ts';
import { killAtWork, killWhileStarting } from './live-once.ts';
import { lookBeside } from './look-beside.ts';
import { type LifePlan, planLife } from './plan-life.ts';
import { Suppressions } from './suppressions.ts';

const CLIENTS = 4;

/** One service that is killed again and again, and what is known of its earlier lives. */
export class KillRun {
  readonly #world: KillWorld;
  readonly #random: Random;
  readonly #suppressions = new Suppressions(isEdited);
  readonly #tally = new KillTally();
  #past: Past;

  private constructor(world: KillWorld, random: Random, past: Past) {
    this.#world = world;
    this.#random = random;
    this.#past = past;
  }

  /** Finds the first gaps in peace, and begins the scan that goes on over all kills. */
  static async begin(world: KillWorld, random: Random): Promise<KillRun> {
    const { service, load, scenes } = world;
    service.start();
    await service.waitForFirstAnswer(world.knownFile);
    await waitForPulls(service.admin);
    await sweepFully(service.admin);
    await load.ask({ do: 'START', url: service.url, scenes, clients: CLIENTS });
    const state = lookBeside(service.dataDir, readKeptState);
    const killedAt = await service.kill();
    // What was asked before belongs to no life that is looked at.
    return new KillRun(world, random, {
      state,
      killedAt,
      downs: [{ from: 0, to: killedAt }],
      poster: undefined,
    });
  }

  /** One more life and its end. */
  async killOnce(): Promise<Kill> {
    const plan = planLife(this.#random);
    this.#world.service.start();
    return plan.kind === 'STARTING' ? this.#killStarting(plan) : this.#killWorking(plan);
  }

  /** Starts it once more, looks at it, and ends the scan; `compare` says what else is not as it ought to be. */
  async end(compare: () => Promise<readonly string[]>): Promise<KillsResult> {
    const { service, load, knownFile } = this.#world;
    service.start();
    const { at } = await service.waitForFirstAnswer(knownFile);
    const breaches = await this.#look(at);
    const failures = listFailures(await load.ask({ do: 'STOP' }), this.#past.downs);
    const all = [...breaches, ...failures, ...(await compare())];
    return this.#tally.toResult(this.#suppressions.count, all);
  }

  /** What it answered before the kill is not looked at: to the scan it was down all the while. */
  async #killStarting(plan: LifePlan): Promise<Kill> {
    const { killedAt, first } = await killWhileStarting(this.#world, plan);
    const { downs, killedAt: from } = this.#past;
    this.#past = { ...this.#past, downs: [...downs, { from, to: killedAt }] };
    return this.#tally.addKill(plan, first, []);
  }

  async #killWorking(plan: LifePlan): Promise<Kill> {
    const first = await this.#world.service.waitForFirstAnswer(this.#world.knownFile);
    const breaches = await this.#look(first.at);
    const killedAt = await killAtWork(this.#world, plan, this.#random, this.#suppressions);
    this.#past = { ...this.#past, killedAt };
    return this.#tally.addKill(plan, first, breaches);
  }

  /** Looks at the life that just gave its first answer; what is broken. */
  async #look(firstAnswerAt: number): Promise<readonly string[]> {
    const downs = [...this.#past.downs, { from: this.#past.killedAt, to: firstAnswerAt }];
    const findings = await checkLife(this.#world, this.#suppressions, { ...this.#past, downs });
    const { state, poster } = findings;
    this.#past = { ...this.#past, downs, state, poster };
    this.#tally.addFindings(findings);
    return findings.breaches;
  }
}
