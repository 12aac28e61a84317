import {
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { splitBaseline } from '../domain/baseline/baseline-split.ts';
import type { BaselineStore } from '../domain/baseline/baseline-store.ts';
import { baselineWith, KEY } from '../domain/baseline/baseline-test-kit.ts';
import { testEndpoint } from '../local/endpoint/test-endpoint.ts';
import { TEST_ACCOUNT } from '../local/endpoint/test-world.ts';
import { ssm } from '../local/services/ssm/index.ts';
import { NODE_PACKING } from './baseline-packing.ts';
import { makeBaselineStore } from './baseline-store.ts';

const ALICE = `arn:aws:iam::${TEST_ACCOUNT}:user/alice`;
const MALLORY = `arn:aws:iam::${TEST_ACCOUNT}:user/mallory`;
const FOLDER = '/trailkeeper/baseline/us-east-1/main/';

const policyWith = (Sid: string) => ({ Statement: [{ Sid, Effect: 'Allow' }] });
const V1 = baselineWith({ parts: { tags: {}, 'bucket.policy': policyWith('one') } });
const V2 = baselineWith({ version: 2, parts: { tags: {}, 'bucket.policy': policyWith('two') } });

/** Larger than a parameter, compressed or not. */
const LARGE = baselineWith({
  parts: {
    'key.policy': {
      Statement: Array.from({ length: 400 }, (_, i) => ({ Sid: NODE_PACKING.sha256(String(i)) })),
    },
  },
});

let aws: Awaited<ReturnType<typeof testEndpoint>>;
let store: BaselineStore;
let mallory: SSMClient;

beforeEach(async () => {
  aws = await testEndpoint([ssm]);
  store = makeBaselineStore(aws.client);
  mallory = new SSMClient(aws.clientOf(TEST_ACCOUNT, 'mallory'));
});
afterEach(() => aws.endpoint.close());

const put = (name: string, Value: string) =>
  mallory.send(new PutParameterCommand({ Name: FOLDER + name, Value, Type: 'String', Overwrite: true }));
const remove = (Name: string) => mallory.send(new DeleteParameterCommand({ Name }));
const textOf = async (name: string) =>
  (await mallory.send(new GetParameterCommand({ Name: FOLDER + name }))).Parameter?.Value ?? '';
/** A file of a baseline as it is stored. */
function fileOf(baseline: typeof V1, name: string): string {
  const split = splitBaseline(baseline, NODE_PACKING);
  return ('files' in split && split.files.find((file) => file.name === name)?.text) || '';
}

describe('a baseline', () => {
  it('is read as it was written, with who wrote it', async () => {
    expect(await store.create(V1)).toEqual({ result: 'created' });
    expect(await store.read(KEY)).toEqual({
      key: KEY,
      content: { baseline: V1 },
      parameterVersion: 1,
      at: aws.clock.now(),
      writer: { read: true, value: ALICE },
      strays: [],
    });
  });

  it('is read as it was written when it is larger than a parameter', async () => {
    await store.create(LARGE);
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: LARGE } });
    expect(await store.list()).toMatchObject({ stored: [{ content: { baseline: LARGE } }] });
    expect(await textOf('key.2')).not.toBe('');
  });

  it('that nobody stored is none', async () => {
    expect(await store.read(KEY)).toBeUndefined();
    expect(await store.readHistory(KEY)).toEqual([]);
  });

  it('is listed with all others, and nothing else is', async () => {
    const trails = Array.from({ length: 12 }, (_, i) => {
      const name = `trail-${i}`;
      return { ...V1.trail, name, arn: `arn:aws:cloudtrail:us-east-1:111122223333:trail/${name}` };
    });
    for (const trail of trails) await store.create({ ...V1, trail });
    await put('../../elsewhere', 'x');
    const { stored, isWhole } = await store.list();
    expect(isWhole).toBe(true);
    expect(stored.map(({ key }) => key.name).sort()).toEqual(trails.map(({ name }) => name).sort());
  });

  it('is found by name though thousands of other parameters hide it', { timeout: 30_000 }, async () => {
    await store.create(V1);
    for (let i = 0; i < 500; i++) {
      const Name = `/trailkeeper/baseline/a-flood/${i}/manifest`;
      await mallory.send(new PutParameterCommand({ Name, Value: 'x', Type: 'String' }));
    }
    expect(await store.list()).toMatchObject({ isWhole: false });
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: V1 } });
  });
});

describe('a new version', () => {
  it('follows the one that was read', async () => {
    await store.create(V1);
    expect(await store.write(V2, 1)).toEqual({ result: 'written', parameterVersion: 2 });
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: V2 }, parameterVersion: 2 });
  });

  it('does not replace one that somebody else wrote since', async () => {
    await store.create(V1);
    await store.write(V2, 1);
    const late = baselineWith({ version: 2, mode: 'notify' });
    expect(await store.write(late, 1)).toMatchObject({ result: 'conflict' });
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: V2 } });
  });

  it('of two writers at once, one at most is told that its version stands', async () => {
    await store.create(V1);
    const results = await Promise.all([
      store.write(V2, 1),
      makeBaselineStore(aws.client).write(baselineWith({ version: 2, mode: 'notify' }), 1),
    ]);
    expect(results.filter(({ result }) => result === 'written').length).toBeLessThanOrEqual(1);
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: { version: 2 } } });
  });

  it('writes the files that changed, and no others', async () => {
    await store.create(V1);
    await store.write(V2, 1);
    const { Parameter } = await mallory.send(new GetParameterCommand({ Name: `${FOLDER}trail` }));
    expect(Parameter?.Version).toBe(1);
  });

  it('is not stored when it could not be read again, or is below the floor', async () => {
    await store.create(V1);
    expect(await store.write({ ...V2, version: 0 }, 1)).toMatchObject({ result: 'refused' });
    const nowhere = baselineWith({ version: 2, parts: { bucket: null } });
    expect(await store.write(nowhere, 1)).toMatchObject({ result: 'refused' });
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: V1 } });
  });
});

describe('the first version', () => {
  it('replaces none that is there', async () => {
    await store.create(V1);
    expect(await store.create(V2)).toEqual({ result: 'exists' });
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: V1 }, parameterVersion: 1 });
  });

  it('of two at once, one is stored, and the other learns it', async () => {
    const other = baselineWith({ mode: 'notify', parts: { 'bucket.policy': policyWith('other') } });
    const baselines = [V1, other];
    const results = await Promise.all(baselines.map((one) => makeBaselineStore(aws.client).create(one)));
    expect(results.map(({ result }) => result).sort()).toEqual(['created', 'exists']);
    const created = baselines[results.findIndex(({ result }) => result === 'created')];
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: created } });
  });

  it('replaces none that cannot be read either', async () => {
    await put('manifest', 'nonsense');
    expect(await store.create(V1)).toEqual({ result: 'exists' });
  });

  it('takes the place of files that a writer left who died before the manifest', async () => {
    await put('bucket', fileOf(V2, 'bucket'));
    expect(await store.read(KEY)).toBeUndefined();
    await store.create(V1);
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: V1 }, strays: [] });
  });
});

describe('a writer that dies before the manifest changes nothing', () => {
  it('the version before is found in the history, and who overwrote it is told', async () => {
    await store.create(V1);
    await put('bucket', fileOf(V2, 'bucket'));
    const expected = {
      content: { baseline: V1 },
      writer: { read: true, value: ALICE },
      strays: [{ file: 'bucket', writer: { read: true, value: MALLORY } }],
    };
    expect(await store.read(KEY)).toMatchObject(expected);
    expect(await store.list()).toMatchObject({ stored: [expected] });
  });

  it('the next writer ends it', async () => {
    await store.create(V1);
    await put('bucket', fileOf(V2, 'bucket'));
    await store.write({ ...V1, version: 2 }, 1);
    expect(await store.read(KEY)).toMatchObject({ content: { baseline: { ...V1, version: 2 } }, strays: [] });
  });
});

describe('what somebody else did to it is seen', () => {
  it('a manifest of theirs bears their name', async () => {
    await store.create(V1);
    await store.read(KEY);
    await put('manifest', fileOf({ ...V1, mode: 'notify' }, 'manifest'));
    expect(await store.read(KEY)).toMatchObject({
      content: { baseline: { mode: 'notify' } },
      writer: { read: true, value: MALLORY },
    });
  });

  it('a manifest that was deleted and made again does too', async () => {
    await store.create(V1);
    await store.read(KEY);
    const manifest = await textOf('manifest');
    await remove(`${FOLDER}manifest`);
    await aws.clock.advance(1000);
    await put('manifest', manifest);
    expect(await store.read(KEY)).toMatchObject({
      parameterVersion: 1,
      writer: { read: true, value: MALLORY },
    });
  });

  it('a manifest of another trail is none of this one', async () => {
    await store.create(V1);
    const other = {
      ...V1,
      trail: { ...V1.trail, name: 'other', arn: `${V1.trail.arn.replace('main', 'other')}` },
    };
    await put('manifest', fileOf(other, 'manifest'));
    expect(await store.read(KEY)).toMatchObject({
      content: { mistakes: ['manifest: trail: must be main of us-east-1, as its path says'] },
    });
  });

  it('a file that was deleted, or overwritten until its history forgot it, leaves nothing to be read', async () => {
    await store.create(V1);
    for (let i = 0; i < 100; i++) await put('bucket', `x${i}`);
    const lost = { content: { mistakes: ['bucket: is not what the manifest names'] } };
    expect(await store.read(KEY)).toMatchObject(lost);
    await remove(`${FOLDER}bucket`);
    expect(await store.read(KEY)).toMatchObject(lost);
  });
});

it('the history tells every version as it was, and who wrote it', async () => {
  await store.create(V1);
  await store.write(V2, 1);
  await put('manifest', 'nonsense');
  await put('bucket', 'nonsense');
  expect(await store.readHistory(KEY)).toMatchObject([
    { parameterVersion: 3, writer: { value: MALLORY }, content: { mistakes: [expect.any(String)] } },
    { parameterVersion: 2, writer: { value: ALICE }, content: { baseline: V2 } },
    { parameterVersion: 1, writer: { value: ALICE }, content: { baseline: V1 } },
  ]);
});
