import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { trailkeeper } from './run-trailkeeper.ts';

const STOP = {
  eventVersion: '1.11',
  eventID: 'e1',
  eventName: 'StopLogging',
  eventSource: 'cloudtrail.amazonaws.com',
  eventTime: '2026-11-21T09:00:00Z',
  awsRegion: 'eu-central-1',
  recipientAccountId: '111122223333',
  requestParameters: { name: 'main' },
  responseElements: null,
  userIdentity: { type: 'IAMUser', userName: 'mallory', arn: 'arn:aws:iam::111122223333:user/mallory' },
};

describe('every verb', () => {
  it.each([
    [['check']],
    [['plan']],
    [['restore']],
    [['status']],
    ...['adopt', 'show', 'diff', 'approve', 'retire', 'export', 'import'].map((verb) => [['baseline', verb]]),
    ...['open', 'close', 'list'].map((verb) => [['window', verb]]),
    ...['list', 'show'].map((verb) => [['incidents', verb]]),
    [['demo']],
    [['local']],
    [['local', 'attack']],
    [['explain']],
    [['template']],
    [['policy', 'iam']],
    [['policy', 'scp']],
  ])('%s has a --help with an example', async (verb) => {
    const { code, out } = await trailkeeper([...verb, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/USAGE/);
    // An example is a usage without anything to fill in.
    const usages = out.split('\n').filter((line) => line.startsWith(`  trailkeeper ${verb[0]}`));
    expect(usages.some((usage) => !/--help|\[|NAME\|ARN|\|\.\.\./.test(usage))).toBe(true);
  });

  it.each([
    [['demo', '--bogus']],
    [['explain']],
    [['explain', '/no/such/file']],
    [['policy', 'bogus']],
    [['bogus']],
    [['local', 'attack', 'bogus']],
    [['policy', 'scp', '--trail', 'not-an-arn']],
    [['check', '--bogus']],
    [['check', '--output', 'text']],
    [['baseline', 'bogus']],
    [['baseline', 'retire', '--trail', 'main']],
    [['baseline', 'import']],
    [['window', 'open', '--trail', 'main', '--for', '5h', '--reason', 'too long']],
    [['window', 'open', '--trail', 'main', '--for', '1h']],
    [['incidents', 'show']],
    [['incidents', 'list', '--limit', '0']],
    // Nothing listens there.
    [['local', 'attack', 'stop-logging', '--port', '1']],
  ])('%s is a mistake of the caller: exit code 2 and an error that says so', async (args) => {
    const { code, err } = await trailkeeper(args);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('demo', () => {
  it('prints one JSON document, and exits 0 when everything was seen', async () => {
    const { code, out } = await trailkeeper(['demo', '--output', 'json']);
    expect(JSON.parse(out)).toMatchObject({ good: true, isLogging: true, alerts: 1, deadLetters: 0 });
    expect(code).toBe(0);
  });
});

describe('a demo whose guard cannot be deployed', () => {
  it('says why and ends with exit code 1', async () => {
    // Below dist, where the packages of the project are still found.
    const folder = mkdtempSync(inRoot('dist', 'broken-'));
    try {
      cpSync(inRoot('dist/cli'), path.join(folder, 'dist/cli'), { recursive: true });
      cpSync(inRoot('package.json'), path.join(folder, 'package.json'));
      writeFileSync(path.join(folder, 'trailkeeper.template.json'), '{}');
      const { code, err } = await trailkeeper(['demo'], { main: path.join(folder, 'dist/cli/main.js') });
      expect(code).toBe(1);
      expect(err).toMatch(/[Tt]emplate/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('explain', () => {
  it('reads standard input and prints one line of JSON for each record', async () => {
    const { code, out } = await trailkeeper(['explain', '-', '--output', 'json'], {
      input: JSON.stringify({ Records: [STOP] }),
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      eventId: 'e1',
      technique: 'cloudtrail.stop-logging',
      outcome: 'succeeded',
      tampering: true,
      trail: 'main',
    });
  });

  it('explains the others when one record cannot be read, and exits 2', async () => {
    const lines = `${JSON.stringify(STOP)}\n{"half\n${JSON.stringify(STOP)}\n`;
    const { code, out } = await trailkeeper(['explain', '-', '--output', 'json'], { input: lines });
    const [first, second, third] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(2);
    expect(first.tampering && third.tampering).toBe(true);
    expect(second).toMatchObject({ position: 2 });
  });
});

describe('policy', () => {
  it('prints the policy alone to standard output', async () => {
    const { code, out, err } = await trailkeeper(['policy', 'scp', '--part', '1']);
    expect(code).toBe(0);
    expect(JSON.parse(out).Statement[0].Effect).toBe('Deny');
    expect(err).toMatch(/management account/);
  });
});

describe('template', () => {
  it('prints the template that is committed', async () => {
    const { out } = await trailkeeper(['template']);
    expect(JSON.parse(out).Resources).toHaveProperty('Function');
  });
});
