import { describe, expect, test } from 'vitest';
import { zipOf } from './test-zip.ts';
import { readZip, ZipError } from './zip.ts';

const LIMIT = 1_000_000;

describe('a ZIP archive', () => {
  test('gives its files by their paths', () => {
    const files = readZip(zipOf({ 'index.js': 'one', 'lib/ümlaut.js': 'two', 'empty.js': '' }), LIMIT);
    expect([...files].map(([path, content]) => [path, content.toString()])).toEqual([
      ['index.js', 'one'],
      ['lib/ümlaut.js', 'two'],
      ['empty.js', ''],
    ]);
  });

  test.each(['../outside.js', '/etc/passwd', 'a/../../b.js', 'C:\\x.js', 'a\\b.js'])(
    'may not write to %s',
    (path) => {
      expect(() => readZip(zipOf({ [path]: 'x' }), LIMIT)).toThrow(ZipError);
    },
  );

  test('may not unpack to more than the limit, whatever it says of itself', () => {
    const bomb = zipOf({ 'a.js': 'x'.repeat(10_000) });
    expect(() => readZip(bomb, 9_999)).toThrow(ZipError);
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(10, liar.lastIndexOf('PK\x01\x02') + 24);
    expect(() => readZip(liar, 9_999)).toThrow(ZipError);
  });

  test('is refused when damaged, cut off, or none at all', () => {
    const archive = zipOf({ 'a.js': 'some text that is long enough' });
    const damaged = Buffer.from(archive);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    for (const bad of [damaged, archive.subarray(0, 20), archive.subarray(30), Buffer.from('no archive')]) {
      expect(() => readZip(bad, LIMIT)).toThrow(ZipError);
    }
  });
});
