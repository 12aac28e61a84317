import { attackAndWatch, type DemoResult, shortcomingsOf } from './demo-run.ts';
import { demoTour } from './demo-tour.ts';
import { startWorld } from './embedded.ts';
import { EXIT } from './exit-codes.ts';
import { pc, say, sayJson, timed } from './terminal.ts';

export interface DemoFlags {
  readonly output: 'text' | 'json';
  readonly quotas: boolean;
  /** Another attack than stopping the trail, by name. */
  readonly scenario?: string;
  /** A tour of many. */
  readonly all: boolean;
}

/** Deploys the guard into an embedded AWS, attacks it, and shows what happens. */
export async function demo({ output, quotas, scenario, all }: DemoFlags): Promise<void> {
  if (all) return demoTour({ output });
  if (scenario !== undefined && scenario !== 'stop-logging') return demoTour({ output, names: [scenario] });
  const show = output === 'text' ? say : () => {};
  const startedAt = performance.now();
  const world = await startWorld({ quotas, show });
  try {
    show(pc.dim(`  ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`));
    show();
    show(`  ${pc.bold('mallory')} stops the trail`);
    show();
    const result = await attackAndWatch(world, ({ at, word, what }) => show(timed(at, word, what)));
    const shortcomings = shortcomingsOf(result);
    if (output === 'json')
      sayJson({ schema: 'trailkeeper.demo/1', good: shortcomings.length === 0, shortcomings, ...result });
    else showEnd(result, shortcomings);
    process.exitCode = shortcomings.length === 0 ? EXIT.good : EXIT.failed;
  } finally {
    await world.close();
  }
}

function showEnd({ mail, darkForMs }: DemoResult, shortcomings: readonly string[]): void {
  say();
  if (mail) showMail(mail);
  for (const shortcoming of shortcomings) say(pc.red(`  missing: ${shortcoming}`));
  const proof = shortcomings.length === 0 ? ': IsLogging is true, one alert, no dead letter' : '';
  if (darkForMs !== null) say(`  ${pc.bold(`dark for ${darkForMs} ms`)}${proof}`);
}

function showMail({ to, subject, body }: NonNullable<DemoResult['mail']>): void {
  const bar = pc.dim('  │ ');
  say(pc.dim('  ┌─ e-mail'));
  say(`${bar}To:      ${to}`);
  say(`${bar}Subject: ${pc.bold(subject)}`);
  say(bar.trimEnd());
  for (const line of body.trimEnd().split('\n')) say(`${bar}${line}`.trimEnd());
  say(pc.dim('  └─'));
  say();
}
