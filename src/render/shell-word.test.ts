import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shellJson, shellWord } from './shell-word.ts';
import { linksIn, unseenIn } from './test-inert.ts';

/** What some shell would act upon, be it POSIX's, PowerShell or cmd. Quotes are checked by themselves. */
const ACTIVE = /[&|<>^%!$`;'()\n~#?]/;

describe('a word of a command', () => {
  test.each([
    ['main', 'main'],
    ['arn:aws:kms:eu-central-1:111122223333:key/1a', 'arn:aws:kms:eu-central-1:111122223333:key/1a'],
    ['', '""'],
  ])('is written as it is where that is safe: %j', (text, written) => {
    expect(shellWord(text)).toBe(written);
  });

  test('is no link when it is called like a host, and the same to a shell', () => {
    expect(shellWord('logs.example.com')).toBe('logs"."example"."com');
  });

  test.each([
    'file:///etc/passwd',
    'https://evil',
    '-x',
    '$(id)',
    'a b',
    "a'b",
    '%PATH%',
    'a,b',
    'x'.repeat(300),
  ])('is not written where a shell or the AWS CLI would make something else of it: %j', (text) => {
    expect(shellWord(text)).toBeNull();
  });

  test('is inert, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const word = shellWord(text) ?? '';
        expect(word).not.toMatch(ACTIVE);
        expect(word.replaceAll('"."', '').replaceAll('""', '')).not.toContain('"');
        expect(linksIn(word)).toEqual([]);
      }),
    );
  });
});

describe('JSON of a command', () => {
  test('can be read where nothing in it is dangerous', () => {
    expect(shellJson([{ ReadWriteType: 'All', IncludeManagementEvents: true }])).toBe(
      `'[{"ReadWriteType":"All","IncludeManagementEvents":true}]'`,
    );
  });

  test('escapes what a shell or a mail client would act upon', () => {
    expect(shellJson({ a: "it's $(id) at evil.com" })).toBe(
      `'{"a":"it\\u0027s \\u0024\\u0028id\\u0029 at evil\\u002ecom"}'`,
    );
  });

  test('is inert and means the same, whatever the value', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("'; rm", 'https://evil.com', '\u202e'),
    );
    fc.assert(
      fc.property(fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile), fc.boolean())), (value) => {
        const json = shellJson(value).slice(1, -1);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(json).not.toMatch(ACTIVE);
        expect([...linksIn(json), ...unseenIn(json)]).toEqual([]);
      }),
    );
  });
});
