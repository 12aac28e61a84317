import { run } from '@stricli/core';
import { expect, test } from 'vitest';
import { app } from './app.ts';

async function complaintAbout(...words: readonly string[]): Promise<string> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const process = { stdout: { write: () => {} }, stderr: { write }, exitCode: undefined };
  await run(app, words, { process } as unknown as Parameters<typeof run>[2]);
  return text;
}

test.each([
  [['window', 'open', '--for', '5h', '--reason', 'x'], /^--for: "5h" is no time for a window/],
  [['incidents', 'list', '--limit', '0'], /^--limit: "0" is no whole number above 0/],
  [['local', 'attack', 'stop-logging', '--port', 'x'], /^--port: "x" is no port/],
  [['baseline', 'retire'], /^--reason is missing/],
  [['incidents', 'show'], /^ID is missing/],
  [['check', 'main'], /^"main" has no place here.*--trail/],
])('%j: it is said what to mend', async (words, sentence) => {
  expect(await complaintAbout(...words)).toMatch(sentence);
});
