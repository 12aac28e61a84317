import { NOT_ACTED } from '../../src/local/run/attacks/state-attacks.ts';
import { isAboutHarm } from '../../src/local/run/attacks/verdict.ts';
import type { SeedResult, SeedResults } from '../seeds/run-seeds.ts';
import { SEEDS } from '../seeds/seeds.ts';
import type { Ended, Result } from './run-corpus.ts';

/** What a run ended in, in few words. */
export function wordsFor({ attack }: Result, ended: Ended | undefined): string {
  if (!ended) return '–';
  if (ended.isDarkAndSilent) return '**dark and silent**';
  if (attack.ends === 'harmless') return ended.isRestored ? 'refused by AWS' : '**not refused**';
  const told = ended.isToldPrecisely ? 'told' : ended.isTold ? '**told in part**' : '';
  const isPutBack = ended.isRestored && ended.isActedOn;
  return [isPutBack ? 'restored' : '', told].filter(Boolean).join(', ') || 'not seen';
}

/** Sums over all attacks. */
export function sumUp(results: readonly Result[]) {
  const runs = results.flatMap(({ event, lost }) => [event, lost]).flatMap((ended) => ended ?? []);
  const twins = results.flatMap(({ twin }) => twin ?? []);
  const attempts = results.flatMap(({ attempt }) => attempt ?? []);
  const count = <T>(items: readonly T[], holds: (item: T) => boolean) => items.filter(holds).length;
  return {
    attacks: results.length,
    restored: count(
      results,
      ({ attack, event, lost }) => attack.ends === 'restored' && isPutBack(event ?? lost),
    ),
    told: count(results, ({ event, lost }) => (event ?? lost)?.isToldPrecisely === true),
    darkAndSilent: count(runs, ({ isDarkAndSilent }) => isDarkAndSilent),
    twins: twins.length,
    twinsReverted: count(twins, ({ changes }) => changes.length > 0),
    twinsAlarmed: count(twins, ({ reports }) => reports.some(isAboutHarm)),
    attempts: attempts.length,
    attemptsTold: count(attempts, ({ reports }) => reports.some(({ kind }) => kind === 'attempts')),
  };
}

const isPutBack = (ended: Ended | undefined) => ended?.isRestored === true && ended.isActedOn;

/** docs/corpus.md. */
export function writePage(results: readonly Result[], seeds: SeedResults): string {
  return `${[HEAD, totals(results, seeds), HOW_TO_READ, table(results, seeds), leftOut()].join('\n\n')}\n`;
}

const HEAD = `# Every attack, acted out

Written by \`npm run corpus\`, which takes some minutes. Each attack of the public catalogue is made by real AWS clients, as somebody with
administrator rights, against the guard as the template deploys it into the embedded AWS. **Nothing here ran on AWS.** The trail has
everything a trail can depend on, and \`RestoreScope\` is \`trail-and-destination\`.`;

function totals(results: readonly Result[], seeds: SeedResults): string {
  const sums = sumUp(results);
  const all = [...seeds.values()];
  const bySeed = (holds: (result: SeedResult) => boolean) =>
    SEEDS.map(
      ({ number }) => all.filter((own) => own[number - 1] && holds(own[number - 1] as SeedResult)).length,
    );
  const restored = bySeed(({ isRestored }) => isRestored);
  const told = bySeed(({ isTold }) => isTold);
  return [
    `| ${sums.attacks} attacks | trailkeeper | ${SEEDS.map(({ number, title }) => `document ${number}: ${title}`).join(' | ')} |`,
    `|---|--:|${SEEDS.map(() => '--:|').join('')}`,
    `| put back, everything as it was | ${sums.restored} | ${restored.join(' | ')} |`,
    `| people were told | ${sums.told} | ${told.join(' | ')} |`,
    '',
    `Runs that ended dark and silent: ${sums.darkAndSilent}. Benign twins: ${sums.twins}, wrongly reverted ${sums.twinsReverted}, told as harm ${sums.twinsAlarmed}. Denied tries: ${sums.attempts}, told ${sums.attemptsTold}.`,
  ].join('\n');
}

const HOW_TO_READ = `*event*: its event arrived, and nothing waited for the schedule unless the row says so. *lost*: no event arrived, the next sweep looked.
*restored*: every call that tells a setting of the trail, bucket, key, topic, log group and role answers as before. *told*: a message names the
technique, what stays lost, and what is left to do; an alarm does where the guard itself was hit. *not seen*: only its event shows it, and no
setting of the trail changed. The columns 1 to 5 are the handlers of the documents this project was asked from (\`bench/seeds/\`), with the event:
**R** restarted and everything as it was, **T** a mail arrived, whatever it said. They cannot be asked what a lost event leaves.

Each row is a test: \`test/attacks.test.ts\`, by the id and the name that stand in the row.`;

const table = (results: readonly Result[], seeds: SeedResults): string =>
  [
    `| attack | what somebody does | event | lost | ms | ${SEEDS.map(({ number }) => number).join(' | ')} |`,
    `|---|---|---|---|--:|${SEEDS.map(() => '---|').join('')}`,
    ...results.map((result) => row(result, seeds.get(result.attack.id) ?? [])),
  ].join('\n');

function row(result: Result, ofSeeds: readonly SeedResult[]): string {
  const { attack, event, lost } = result;
  const record = attack.byRecord ? ' (by its record)' : '';
  const cells = [
    `${attack.id} ${attack.name}`,
    `${attack.title}${record}`,
    wordsFor(result, event),
    wordsFor(result, lost),
    event?.impairedForMs == null ? '' : String(Math.round(event.impairedForMs)),
    ...SEEDS.map(({ number }) => letters(ofSeeds[number - 1])),
  ];
  return `| ${cells.join(' | ')} |`;
}

const letters = (result: SeedResult | undefined): string =>
  result ? `${result.isRestored ? 'R' : ''}${result.isTold ? 'T' : ''}` : '';

const leftOut = (): string =>
  [
    '*by its record*: the service is not part of the embedded AWS; the record of its call is put before CloudTrail, as the service would.',
    '*ms*: from AWS’s answer to the attack to the last setting that was put back, on the machine that ran it.',
    '',
    'Not acted out:',
    '',
    ...NOT_ACTED.map(({ id, name, why }) => `- ${id} ${name}: ${why}.`),
  ].join('\n');
