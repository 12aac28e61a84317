// Acts every attack of the catalogue out on the embedded AWS, against the guard as the template deploys it, and says what became of each.
// `npm run corpus` runs all, `npm run corpus -- CT-08 CT-42` some; it takes about four minutes on two cores.
import { readFileSync } from 'node:fs';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { NOT_ACTED } from '../src/local/run/attacks/state-attacks.ts';
import { type Result, runCorpus } from './corpus/run-corpus.ts';

const wanted = process.argv.slice(2);
const attacks = ATTACKS.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const template = readFileSync('trailkeeper.template.json', 'utf8');
const results = await runCorpus(attacks, { template, atOnce: 4 });

function endOf(run: Result['event']): string {
  if (!run) return '-';
  if (run.isDarkAndSilent) return 'DARK AND SILENT';
  const told = run.isToldPrecisely ? 'told' : run.isTold ? 'told in part' : 'not told';
  return run.isRestored ? `restored, ${told}` : told;
}

const twinOf = ({ twin }: Result): string =>
  twin ? (twin.changes.length === 0 ? 'left alone' : 'REVERTED') : '-';

const row = (...cells: readonly string[]) =>
  cells
    .map((cell, index) => cell.padEnd([8, 32, 24, 24, 0][index] ?? 0))
    .join('')
    .trimEnd();

console.log(row('', 'attack', 'by event', 'event lost', 'benign twin'));
for (const result of results) {
  console.log(
    row(result.attack.id, result.attack.name, endOf(result.event), endOf(result.lost), twinOf(result)),
  );
  for (const error of result.errors) console.log(`          could not be acted out: ${error}`);
}
if (wanted.length === 0)
  for (const { id, name, why } of NOT_ACTED) console.log(`${row(id, name)}  not acted out: ${why}`);

const isSilent = ({ event, lost }: Result) =>
  event?.isDarkAndSilent === true || lost?.isDarkAndSilent === true;
const silent = results.filter(isSilent).length;
const reverted = results.filter(({ twin }) => (twin?.changes.length ?? 0) > 0).length;
console.log(`${results.length} attacks, dark and silent ${silent}, benign twins reverted ${reverted}`);
process.exitCode = silent + reverted === 0 ? 0 : 1;
