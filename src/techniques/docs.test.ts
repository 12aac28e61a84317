import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TechniqueDocs } from '../domain/technique-docs.ts';
import { folderOf } from './folder-of.ts';
import { TECHNIQUES } from './index.ts';
import { SEEN_OTHERWISE } from './seen-otherwise.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Services that know no Regions, or one alone. */
const WITHOUT_REGION = /^aws (iam|organizations|account) /;

describe.each([...TECHNIQUES, ...SEEN_OTHERWISE])('the documentation of $id', ({ id, calls, drift }) => {
  const folder = folderOf(id);
  const read = async () => ((await import(path.join(folder, 'docs.ts'))) as { docs: TechniqueDocs }).docs;

  test('has ATT&CK ids, both numbers of the one that was renumbered', async () => {
    const { attack } = await read();
    expect(attack).not.toEqual([]);
    for (const number of attack) expect(number).toMatch(/^T\d{4}(\.[A\d]\d{2,3})?$/);
    if (attack.includes('T1562.008')) expect(attack).toContain('T1685.002');
  });

  test('says what it is, what is lost, who does it with good intent, and what to do', async () => {
    const docs = await read();
    for (const text of [docs.title, docs.effect, docs.dataLost, docs.benignTwins, docs.whatToDo])
      expect(text).not.toBe('');
    expect(docs.title).toMatch(/^[A-Z]\w+,? .*[^.]$/);
  });

  test('has commands of the aws CLI that name the Region where there are Regions', async () => {
    for (const command of (await read()).undo) {
      expect(command).toMatch(/^aws [a-z0-9]+ [a-z0-9-]+( |$)/);
      if (!WITHOUT_REGION.test(command)) expect(command).toMatch(/--region <[^>]+>/);
    }
  });

  test('says how it is seen where neither a call nor the state names it, and only there', async () => {
    const { seenOtherwise } = await read();
    expect(seenOtherwise !== undefined).toBe(calls.length === 0 && drift.length === 0);
    if (seenOtherwise) expect(seenOtherwise).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('names tests that there are, one at least where no case of its own shows it', async () => {
    const { provenBy = [], seenOtherwise } = await read();
    if (seenOtherwise) expect(provenBy).not.toEqual([]);
    for (const named of provenBy) {
      const [file = '', title = ''] = named.split(' > ');
      expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain(`('${title}'`);
    }
  });

  test('refers to AWS’s own documentation', async () => {
    const { references } = await read();
    for (const address of references) expect(URL.canParse(address)).toBe(true);
    expect(references.some((address) => address.startsWith('https://docs.aws.amazon.com/'))).toBe(true);
  });

  test('shows an invented record: account ids and addresses are those kept for documentation', () => {
    if (!existsSync(path.join(folder, 'event.json'))) return;
    const event = readFileSync(path.join(folder, 'event.json'), 'utf8');
    for (const [accountId] of event.matchAll(/(?<=[:"])\d{12}(?=[:"])/g)) {
      expect(['111122223333', '444455556666']).toContain(accountId);
    }
    // What a service did by itself came from the service.
    expect(event).toMatch(
      /"sourceIPAddress": "((203\.0\.113|198\.51\.100|192\.0\.2)\.\d+|[a-z0-9]+\.amazonaws\.com)"/,
    );
  });
});
