import { expect, test } from 'vitest';
import { formatTemplate } from './format-template.ts';

test('what fits on a line stays on it, what does not is one member a line', () => {
  const long = 'x'.repeat(110);
  expect(formatTemplate({ Short: { a: [1, 'b', null] }, Long: { text: long, list: [] } })).toBe(
    `{\n "Short": {"a": [1, "b", null]},\n "Long": {\n  "text": "${long}",\n  "list": []\n }\n}\n`,
  );
});

test('an intrinsic function stays in one piece where that can still be read', () => {
  const call = { 'Fn::Join': ['', ['x'.repeat(100), 'y'.repeat(100)]] };
  expect(formatTemplate({ Value: call }).split('\n')).toHaveLength(4);
});

test('the lines of a program stand at the margin', () => {
  const code = { 'Fn::Join': ['\n', ['function handler() {', '  return "x";', '}', '/'.repeat(200)]] };
  const text = formatTemplate({ Code: { ZipFile: code } });
  expect(text).toContain('\n"function handler() {",\n"  return \\"x\\";",\n"}",\n');
  expect(JSON.parse(text)).toEqual({ Code: { ZipFile: code } });
});

test('a text is changed by nothing: what is read back is what was written', () => {
  const template = {
    'a"b': ['line\nbreak', '\u2028 ✓', '\\', { 'Fn::Sub': 'a'.repeat(400) }],
    n: [1.5, true],
  };
  expect(JSON.parse(formatTemplate(template))).toEqual(template);
});
