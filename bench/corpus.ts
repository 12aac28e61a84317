// Acts every attack of the catalogue out on the embedded AWS, against the guard as the template deploys it and against the documents' handlers,
// and writes docs/corpus.md. `npm run corpus -- CT-08 CT-42` acts out some, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { sumUp, wordsFor, writePage } from './corpus/page.ts';
import { runCorpus } from './corpus/run-corpus.ts';
import { runSeeds } from './seeds/run-seeds.ts';

const wanted = process.argv.slice(2);
const isWhole = wanted.length === 0;
const attacks = ATTACKS.filter(({ id }) => isWhole || wanted.includes(id));
const template = readFileSync('trailkeeper.template.json', 'utf8');
const atOnce = availableParallelism() * 3;
const results = await runCorpus(attacks, { template, atOnce });

const print = (...cells: readonly string[]) =>
  console.log(
    cells
      .map((cell, index) => cell.padEnd([8, 32, 24, 24, 0][index] ?? 0))
      .join('')
      .trimEnd(),
  );

print('', 'attack', 'by event', 'event lost', 'benign twin');
for (const result of results) {
  const { attack, event, lost, twin, errors } = result;
  const words = [event, lost].map((ended) => wordsFor(result, ended).replaceAll('**', ''));
  print(
    attack.id,
    attack.name,
    ...words,
    twin ? (twin.changes.length === 0 ? 'left alone' : 'REVERTED') : '–',
  );
  for (const error of errors) console.log(`          could not be acted out: ${error}`);
}
const sums = sumUp(results);
console.log(JSON.stringify(sums));
if (isWhole) writeFileSync('docs/corpus.md', writePage(results, await runSeeds(attacks, atOnce)));
process.exitCode = sums.darkAndSilent + sums.twinsReverted === 0 ? 0 : 1;
