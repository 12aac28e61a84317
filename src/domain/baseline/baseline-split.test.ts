import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline } from './baseline.ts';
import { joinBaseline } from './baseline-join.ts';
import { canonicalJson } from './baseline-json.ts';
import { type Manifest, readManifest } from './baseline-manifest.ts';
import { type Packing, type StoredFile, splitBaseline } from './baseline-split.ts';
import { baselineWith } from './baseline-test-kit.ts';

const packing: Packing = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  gzip: (text) => gzipSync(text).toString('base64'),
  gunzip: (text, maxOutputLength) => gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength }).toString(),
};

function split(baseline: Baseline): readonly StoredFile[] {
  const result = splitBaseline(baseline, packing);
  if ('mistakes' in result) throw new Error(result.mistakes.join());
  return result.files;
}

function join(files: readonly StoredFile[], change: (manifest: Manifest) => Manifest = (same) => same) {
  const reading = readManifest(files.find(({ name }) => name === 'manifest')?.text ?? '');
  if (!('manifest' in reading)) return reading;
  const pieces = new Map(files.map(({ text }) => [packing.sha256(text), text]));
  return joinBaseline(change(reading.manifest), pieces, packing);
}

/** A policy that gzip cannot make small. */
const policyOf = (bytes: number) => {
  const noise = Array.from({ length: bytes / 64 }, (_, i) => packing.sha256(String(i)));
  return { Statement: [{ Effect: 'Allow', Resource: noise }] };
};

const names = (files: readonly StoredFile[]) => files.map(({ name }) => name);

describe('a baseline is split into files', () => {
  it('by what its parts belong to, the manifest last', () => {
    const files = split(
      baselineWith({
        parts: {
          tags: {},
          bucket: { Name: 'audit-logs', Region: 'us-east-1' },
          'key.grants': [],
          logGroup: null,
        },
      }),
    );
    expect(names(files)).toEqual(['trail', 'bucket', 'key', 'log-group', 'manifest']);
  });

  it('small ones are readable as they lie there', () => {
    const [trail] = split(baselineWith({ parts: { tags: { owner: 'security' } } }));
    expect(JSON.parse(trail?.text ?? '')).toMatchObject({ tags: { owner: 'security' } });
  });

  it('large ones are compressed, and cut when that is not enough', () => {
    const files = split(
      baselineWith({ parts: { 'bucket.policy': policyOf(6_000), 'key.policy': policyOf(64_000) } }),
    );
    expect(names(files)).toEqual([
      'trail',
      'bucket',
      'key.1',
      'key.2',
      'key.3',
      'key.4',
      'key.5',
      'key.6',
      'manifest',
    ]);
    expect(Math.max(...files.map(({ text }) => Buffer.byteLength(text)))).toBe(8192);
  });

  it('nothing in them looks like the name of a parameter', () => {
    const files = split(
      baselineWith({ parts: { tags: { a: '{{ssm:x}}', b: '{{{{' } }, approval: { reason: '{{x}}' } }),
    );
    expect(files.filter(({ text }) => text.includes('{{'))).toEqual([]);
    expect(join(files)).toMatchObject({
      baseline: { parts: { tags: { a: '{{ssm:x}}', b: '{{{{' } }, approval: { reason: '{{x}}' } },
    });
  });

  it('unless it is larger than 32 parameters', () => {
    const result = splitBaseline(baselineWith({ parts: { 'key.policy': policyOf(600_000) } }), packing);
    expect(result).toEqual({ mistakes: ['key: is too large, even compressed'] });
  });
});

describe('files are joined to the baseline that was split', () => {
  it.each([0, 6_000, 64_000])('of a policy of about %i bytes', (bytes) => {
    const baseline = baselineWith({ parts: { 'bucket.policy': policyOf(bytes) } });
    expect(join(split(baseline))).toEqual({ baseline });
  });

  it('of any tags', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }), (tags) => {
        const baseline = baselineWith({ parts: { tags } });
        const joined = join(split(baseline));
        expect('baseline' in joined && canonicalJson(joined.baseline)).toBe(canonicalJson(baseline));
      }),
    );
  });
});

describe('files that are not what they should be are no baseline', () => {
  const files = split(baselineWith({ parts: { 'bucket.policy': policyOf(6_000), tags: {} } }));
  const store = (text: string, encoding: 'json' | 'gzip') =>
    join([...files, { name: 'trail', text }], (manifest) => ({
      ...manifest,
      files: { ...manifest.files, trail: { encoding, sha256: [packing.sha256(text)] } },
    }));

  it.each([
    [
      'a file that is gone',
      () => join(files.filter(({ name }) => name !== 'trail')),
      'trail: is not what the manifest names',
    ],
    [
      'a file that was changed',
      () => join(files.map((file) => (file.name === 'bucket' ? { ...file, text: `${file.text}=` } : file))),
      'bucket: is not what the manifest names',
    ],
    ['no manifest', () => join([]), 'manifest: the document: must be an object'],
    [
      'a manifest that is no JSON',
      () => join([{ name: 'manifest', text: '{' }]),
      'manifest: the document: must be an object',
    ],
    [
      'a manifest of many mistakes',
      () => join([{ name: 'manifest', text: '{}' }]),
      'manifest: schema: is missing',
    ],
    [
      'a part in the wrong file',
      () => store('{"bucket":null}', 'json'),
      'trail: has a part that belongs elsewhere',
    ],
    ['a list', () => store('[]', 'json'), 'trail: is no JSON object'],
    ['a part that is not known', () => store('{"trial":{}}', 'json'), 'parts.trial: is not known here'],
    ['no gzip', () => store('AAAA', 'gzip'), 'trail: is no gzip, or unpacks to more than'],
    [
      'a bomb',
      () => store(packing.gzip(' '.repeat(10_000_000)), 'gzip'),
      'trail: is no gzip, or unpacks to more than 1000000',
    ],
  ])('%s', (_, act, mistake) => {
    const result = act();
    expect('mistakes' in result && result.mistakes.join()).toContain(mistake);
  });

  it('a manifest cannot name files of its own choice', () => {
    const odd = JSON.parse(files.at(-1)?.text ?? '');
    odd.files['../other/trail'] = odd.files.trail;
    const result = join([{ name: 'manifest', text: JSON.stringify(odd) }]);
    expect('mistakes' in result && result.mistakes.join()).toContain(
      'files."../other/trail": is not known here',
    );
  });
});
