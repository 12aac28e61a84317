import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TechniqueDocs } from '../domain/technique-docs.ts';
import { TECHNIQUES } from './index.ts';

describe.each(TECHNIQUES)('the documentation of $id', ({ id }) => {
  const folder = path.join(import.meta.dirname, id.replace('cloudtrail.', ''));

  test('has both ATT&CK numbers, what to do, and commands of the aws CLI', async () => {
    const { docs } = (await import(path.join(folder, 'docs.ts'))) as { docs: TechniqueDocs };
    expect(docs.attack).toEqual(['T1562.008', 'T1685.002']);
    for (const text of [docs.title, docs.effect, docs.dataLost, docs.benignTwins, docs.whatToDo])
      expect(text).not.toBe('');
    for (const command of docs.undo)
      expect(command).toMatch(/^aws cloudtrail [a-z-]+ .*--region <home Region>/);
    for (const address of docs.references) expect(URL.canParse(address)).toBe(true);
  });

  test('shows an invented record: account ids and addresses are those kept for documentation', () => {
    const event = readFileSync(path.join(folder, 'event.json'), 'utf8');
    for (const [accountId] of event.matchAll(/(?<=[:"])\d{12}(?=[:"])/g)) {
      expect(['111122223333', '444455556666']).toContain(accountId);
    }
    expect(event).toMatch(/"sourceIPAddress": "(203\.0\.113|198\.51\.100|192\.0\.2)\.\d+"/);
  });
});
