import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bound, defang, quote } from './defang.ts';
import { linksIn, unseenIn } from './test-inert.ts';

describe('what a mail client would make a link of', () => {
  test.each([
    ['https://evil.example/login', 'hxxps[:]//evil[.]example/login'],
    ['HTTP://EVIL.EXAMPLE', 'hxxp[:]//EVIL[.]EXAMPLE'],
    ['www.evil.example', 'www[.]evil[.]example'],
    ['www.1', 'www[.]1'],
    ['www\u30021', 'www[.]1'],
    ['evil.example', 'evil[.]example'],
    ['evil\u3002example', 'evil[.]example'],
    ['jane.doe@example.com', 'jane[.]doe[@]example[.]com'],
    ['mailto:jane', 'mailto[:]jane'],
    ['javascript:alert(1)', 'javascript[:]alert(1)'],
    ['arn:https://evil', 'arn[:]hxxps[:]//evil'],
    ['arn:tel:112', 'arn[:]tel[:]112'],
    ['cloudtrail://evil', 'cloudtrail[:]//evil'],
    ['s3://evil', 's3[:]//evil'],
    ['s3:javascript:x', 's3:javascript[:]x'],
    ['evils3:x', 'evils3[:]x'],
    ['javascript: ', 'javascript[:]'],
    ['+javascript:x', '+javascript[:]x'],
    ['\\\\evil\\share', '\\ \\evil\\share'],
  ])('is broken so that it still reads the same: %s', (text, shown) => {
    expect(defang(text)).toBe(shown);
  });
});

describe('what people must read and copy stays as it is', () => {
  test.each([
    'arn:aws:iam::111122223333:user/mallory',
    'arn:aws:cloudtrail:eu-central-1:111122223333:trail/main',
    'aws-cli/2.31.1 md/awscrt#0.27.6 os/linux#6.8.0 lang/python#3.13.7',
    '198.51.100.7',
    '2001:db8::1',
    'fd00:12:beef::7',
    'arn:aws:logs:eu-central-1:111122223333:log-group:trails',
    'User: arn:aws:iam::111122223333:user/mallory is not authorized to perform: cloudtrail:StopLogging',
    'cloudtrail:StopLogging',
    'CloudTrail may no longer s3:PutObject on arn:aws:s3:::logs/AWSLogs/*',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'arn:aws:lambda:eu-central-1:111122223333:function:to-siem',
    'Zoë Ångström 東京',
  ])('%s', (text) => {
    expect(defang(text)).toBe(text);
  });
});

describe('what is not seen is named', () => {
  test.each([
    ['a line break', 'a\r\nb', 'a<U+000D><U+000A>b'],
    ['a terminal’s escape', '\u001b[31m', '<U+001B>[31m'],
    ['a C1 control', 'a\u009bb', 'a<U+009B>b'],
    ['a bidi override', 'a\u202eb', 'a<U+202E>b'],
    ['a zero-width space', 'a\u200bb', 'a<U+200B>b'],
    ['a line separator', 'a\u2028b', 'a<U+2028>b'],
    ['a tag character', 'a\u{e0041}b', 'a<U+E0041>b'],
    ['a filler that is a letter', 'a\u3164b', 'a<U+3164>b'],
    ['a lone surrogate', 'a\ud800b', 'a<U+D800>b'],
    ['nothing at all', '', '(empty)'],
    ['only spaces', '   ', '(empty)'],
  ])('%s', (_, text, shown) => {
    expect(defang(text)).toBe(shown);
  });

  test('many spaces push nothing out of sight', () => {
    expect(defang(`mallory${' '.repeat(80)}restored`)).toBe('mallory restored');
  });
});

describe('quoted text', () => {
  test('does not leave its quotes', () => {
    expect(quote('mallory" is fine')).toBe(`"mallory' is fine"`);
  });
});

describe('bounded text', () => {
  test('keeps both ends, as a role and its session are told apart by either', () => {
    expect(bound('OrganizationAccountAccessRole/jane', 20)).toBe('Organizatio...e/jane');
  });

  test('is left alone when it fits', () => {
    expect(bound('main', 4)).toBe('main');
  });

  test('is never longer than the bound, and never cuts a code point', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 200 }), (text, limit) => {
        const bounded = bound(text, limit);
        expect([...bounded].length).toBeLessThanOrEqual(limit);
        expect(bounded.isWellFormed()).toBe(true);
      }),
    );
  });
});

test('whatever is defanged has no link and nothing unseen in it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'http',
          's',
          ':',
          '//',
          'www',
          '.',
          'evil',
          'com',
          '@',
          '\\',
          ' ',
          '\u200b',
          '\u202e',
          '。',
          'a',
        ),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(linksIn(defang(text))).toEqual([]);
      expect(unseenIn(defang(text))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
