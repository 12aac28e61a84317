import { attackRunning, type RunningPerformance } from '../local/run/attack-running.ts';
import type { Attack } from '../local/run/attacks/attack.ts';
import { judge, type Verdict } from '../local/run/attacks/verdict.ts';
import { isEmbeddedAws, readTrailNames } from '../local/run/read-world.ts';
import { hindranceOf } from '../local/run/running-attacks.ts';
import { STRANGER_ACCOUNT_ID } from '../local/run/start.ts';
import { attackList, findAttack } from './attack-names.ts';
import { isPutBack, outcomeLines, wasDark } from './attack-outcome.ts';
import { techniquesOf } from './attack-techniques.ts';
import { awsCommand } from './aws-command.ts';
import { EXIT, UsageError } from './exit-codes.ts';
import { pc, say, sayJson } from './terminal.ts';

interface AttackFlags {
  readonly trail: string;
  readonly port: number;
  readonly output: 'text' | 'json';
  readonly list: boolean;
  readonly undo: boolean;
}

/** Attacks the embedded AWS that `local` keeps running; nothing but loopback is ever asked. */
export async function attack(flags: AttackFlags, name?: string): Promise<void> {
  if (flags.list) return say(attackList().join('\n'));
  if (name === undefined) {
    throw new UsageError('Name an attack. All of them: trailkeeper local attack --list');
  }
  const chosen = findAttack(name, 'trailkeeper local attack --list');
  const hindrance = hindranceOf(chosen);
  if (hindrance) {
    throw new UsageError(
      `${chosen.name} cannot be acted out here: ${hindrance}. Watch it in a world of its own: trailkeeper demo --scenario ${chosen.name}`,
    );
  }
  const url = `http://127.0.0.1:${flags.port}`;
  if (!(await isEmbeddedAws(url))) {
    throw new UsageError(
      `No embedded AWS answers on ${url}. Start it first, in another terminal: trailkeeper local --port ${flags.port}`,
    );
  }
  await requireTrail(url, flags.trail);
  await actOut(chosen, url, flags);
}

async function requireTrail(url: string, trail: string): Promise<void> {
  const names = await readTrailNames(url);
  if (names.some((name) => name === trail || trail.endsWith(`:trail/${name}`))) return;
  const there = names.length > 0 ? `there are: ${names.join(', ')}` : 'there is none';
  throw new UsageError(`No trail ${JSON.stringify(trail)} in this world; ${there}`);
}

async function actOut(chosen: Attack, url: string, { trail, output, undo }: AttackFlags): Promise<void> {
  const show = output === 'text' ? say : () => {};
  show(
    `  ${pc.bold('mallory')} (${chosen.id}): ${chosen.title.charAt(0).toLowerCase()}${chosen.title.slice(1)}`,
  );
  show();
  const commands: { readonly by: string; readonly command: string }[] = [];
  const performance = await attackRunning({ url, trail }, chosen, (call, by) => {
    const command = awsCommand(call);
    commands.push({ by, command });
    show(
      by === 'stranger' ? `  ${command}   # by somebody in account ${STRANGER_ACCOUNT_ID}` : `  ${command}`,
    );
  });
  const verdict = judge(chosen, performance, techniquesOf(chosen));
  show();
  for (const line of outcomeLines(chosen, performance, verdict)) show(line);
  if (output === 'json') sayJson(documentOf(chosen, { trail, commands, performance, verdict }));
  if (undo) await performance.undo();
  process.exitCode = isGood(chosen, performance, verdict) ? EXIT.good : EXIT.failed;
}

interface Acted {
  readonly trail: string;
  readonly commands: readonly { readonly by: string; readonly command: string }[];
  readonly performance: RunningPerformance;
  readonly verdict: Verdict;
}

const documentOf = ({ id, name }: Attack, { trail, commands, performance, verdict }: Acted) => ({
  schema: 'trailkeeper.attack/1',
  catalogue: id,
  name,
  trail,
  commands,
  refused: performance.refusal?.name ?? null,
  seenBy: performance.isSeenByEvent ? 'event' : 'sweep',
  changes: performance.changes,
  isRestored: isPutBack(verdict),
  left: performance.left,
  isTold: verdict.isTold,
  wasDark: wasDark(performance),
  impairedForMs: performance.impairedForMs,
  subjects: performance.mails.map(({ subject }) => subject),
});

/** Done, and then put back or told; what only an alarm tells takes minutes. Some AWS itself has to refuse. */
function isGood({ ends, passMinutes }: Attack, { refusal }: RunningPerformance, verdict: Verdict): boolean {
  if (ends === 'harmless') return refusal !== null && verdict.isRestored;
  return !refusal && (isPutBack(verdict) || verdict.isTold || passMinutes !== undefined);
}
