import { listAddresses } from '../../pms/registration/list-addresses.ts';
import { performRegistration } from '../../pms/registration/perform-registration.ts';
import {
  isNothing,
  type Planned,
  planRegistration,
  type RegistrationPlan,
} from '../../pms/registration/plan-registration.ts';
import type { Attempt } from '../../pms/registration/try-address.ts';
import type { RegistrationChange } from '../../pms/registration/registration-ports.ts';
import { readRegistration } from '../../pms/registration/registration-state.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { describeOutcome, type FinishedRegistration } from './describe-outcome.ts';
import { describePlan } from './describe-plan.ts';
import { explainAddressFailure } from './explain-address-failure.ts';
import { explainTaken } from './explain-taken.ts';
import { findResident } from './find-resident.ts';
import { toPlainText } from './plain-text.ts';
import type { RegisterOptions } from './register-options.ts';
import { type RegisterRun, toRegisterRun } from './register-run.ts';
import type { RegisterSurroundings } from './register-surroundings.ts';
import { toFinishedJson, toPlanJson } from './register-json.ts';
import { describeChanges, toRegisterFailure } from './to-register-failure.ts';

/** Plans, shows, asks, does. Every failure is a `CommandFailure` that says what was changed. */
export async function runRegister(
  options: RegisterOptions,
  context: CommandContext,
  around: RegisterSurroundings,
): Promise<void> {
  const config = getConfig(context, { needsStash: false });
  const run = toRegisterRun(config, options, context, around);
  try {
    await register(run);
  } catch (error) {
    throw toRegisterFailure(error, run.changes);
  } finally {
    await run.watch.stop();
  }
}

async function register(run: RegisterRun): Promise<void> {
  const { context, client, name, options } = run;
  const state = await readRegistration(client, context.signal);
  const plan = getPlan(await toPlan(run, state), run);
  const isDone = isNothing(plan);
  if (!options.json) {
    context.terminal.print(`Plex Media Server ${state.pms.version} at ${run.request.plexUrl}`);
    context.terminal.print(describePlan(plan, name, run.request.prefix));
  }
  if (!isDone && (await isAgreed(plan, run))) await perform(plan, run);
  else showUnchanged(plan, isDone, run);
}

function toPlan(run: RegisterRun, state: Awaited<ReturnType<typeof readRegistration>>): Promise<Planned> {
  const { request, options, name, surrounding, watch, context } = run;
  const wish = {
    ...name,
    prefix: request.prefix,
    addresses: listAddresses(surrounding),
    isAddressGiven: request.given !== undefined,
    isRecheck: options.recheck === true,
    library: request.library,
  };
  return planRegistration(state, wish, (provider) => findResident(provider, watch, context.signal));
}

function getPlan(planned: Planned, { name, request }: RegisterRun): RegistrationPlan {
  switch (planned.kind) {
    case 'PLAN':
      return planned.plan;
    case 'TAKEN':
      throw new CommandFailure(EXIT.FINDING, explainTaken(planned.verdict, name, request.prefix));
    case 'NO_LIBRARY':
      throw new CommandFailure(EXIT.FINDING, `${planned.problem}\nNothing was changed in Plex.`);
  }
}

/** Nobody to ask is a no that ends with a finding: the plan is shown, and nothing was done. */
async function isAgreed(plan: RegistrationPlan, { options, around, context }: RegisterRun): Promise<boolean> {
  if (options.dryRun) return false;
  if (options.yes) return true;
  const question = `${plan.library?.kind === 'SWITCH' ? 'The library keeps its files. ' : ''}Nothing is deleted. Go on?`;
  if (!options.json && (await around.ask?.(question, context.signal))) return true;
  context.exitWith(EXIT.FINDING);
  return false;
}

function showUnchanged(
  plan: RegistrationPlan,
  isDone: boolean,
  { options, around, context, request }: RegisterRun,
): void {
  if (options.json) {
    context.terminal.print(toPlanJson(plan, request.prefix, isDone));
    return;
  }
  const canAsk = around.ask !== undefined || options.dryRun;
  const hint = canAsk ? '' : ' There is no terminal to ask at: say --yes to do it.';
  context.terminal.print(
    isDone ? 'Everything is as it should be: nothing was changed.' : `Nothing was changed.${hint}`,
  );
}

async function perform(plan: RegistrationPlan, run: RegisterRun): Promise<void> {
  const { context, client, writer, around, changes, name } = run;
  const { signal } = context;
  const watch = await run.watch.open(signal);
  const onChange = (change: RegistrationChange): void => void changes.push(change);
  const ports = { client, writer, watch, clock: around.clock, onChange };
  const outcome = await performRegistration(plan, name, ports, signal);
  if (outcome.kind === 'NO_ADDRESS')
    throw new CommandFailure(EXIT.UNREACHABLE, toAddressFailure(run, outcome.attempts));
  show({ plan, outcome, changes, isServiceRunning: watch.isService }, run);
}

function toAddressFailure({ surrounding, changes }: RegisterRun, attempts: readonly Attempt[]): string {
  const isLeftBehind = changes.includes('PROVIDER_ADDED');
  return `${explainAddressFailure(surrounding, attempts, isLeftBehind)}\n${describeChanges(changes)}`;
}

function show(finished: FinishedRegistration, run: RegisterRun): void {
  const { options, context, name, request } = run;
  const { outcome, plan } = finished;
  context.terminal.print(
    options.json ? toFinishedJson(finished, name, request.prefix) : describeOutcome(finished, name),
  );
  if (outcome.kind !== 'LIBRARY_UNCHANGED') return;
  const title =
    plan.library?.kind === 'SWITCH' ? plan.library.section.title : (run.request.library?.name ?? '');
  throw new CommandFailure(
    EXIT.FINDING,
    `Plex took the change of the library "${toPlainText(title)}", but it does not use this provider: choose the agent in its settings in Plex.`,
  );
}
