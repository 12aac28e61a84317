import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { archiveOf, inlineCode } from './inline-code.ts';

test('inline code becomes an archive with the one file index.js', () => {
  const source = Buffer.from('exports.handler = async () => "é";\n');
  const archive = archiveOf(source.toString(), 'nodejs24.x');
  expect(archive.toString('latin1', 0, 4)).toBe('PK\x03\x04');
  expect(archive.readUInt16LE(8)).toBe(0);
  expect(archive.readUInt32LE(14)).toBe(crc32(source));
  expect([archive.readUInt32LE(18), archive.readUInt32LE(22)]).toEqual([source.length, source.length]);
  const content = 30 + archive.readUInt16LE(26);
  expect(archive.toString('utf8', 30, content)).toBe('index.js');
  expect(archive.subarray(content, content + source.length)).toEqual(source);
  const end = archive.subarray(-22);
  expect(end.toString('latin1', 0, 4)).toBe('PK\x05\x06');
  expect(end.readUInt32LE(16)).toBe(content + source.length);
});

test('equal code makes equal archives', () => {
  expect(archiveOf('x', 'nodejs24.x')).toEqual(archiveOf('x', 'nodejs24.x'));
});

test('a runtime without inline code is refused', () => {
  expect(() => archiveOf('x', 'java21')).toThrow(/java21/);
});

test('code that wants the module AWS would add is refused by name', () => {
  expect(() => inlineCode.read("require('cfn-response')", 'here')).toThrow(/cfn-response/);
});
