import { expect, it } from 'vitest';
import type { JsonConnection } from './json-connection.ts';
import { makeWindowLookup } from './window-lookup.ts';

const TRAIL = { name: 'main', homeRegion: 'eu-central-1' };
const WRITER = 'arn:aws:iam::111122223333:role/operator';

const version = (Version: number, Value: string) => ({
  Version,
  Value,
  LastModifiedUser: WRITER,
  LastModifiedDate: 1_795_000_000.5,
});

/** Parameter Store that answers so, by the page that is asked for. */
function lookup(answer: (input: { Name?: string; NextToken?: string }) => unknown) {
  const call = async (_: string, input: object) => answer(input);
  return makeWindowLookup({ call } as unknown as JsonConnection);
}

it('a window is what was written last, with who wrote it and when', async () => {
  const Parameters = [version(1, '{"reason":"old"}'), version(2, '{"reason":"new"}')];
  expect(await lookup(() => ({ Parameters })).read(TRAIL)).toEqual({
    content: { reason: 'new' },
    at: 1_795_000_000_500,
    writer: { read: true, value: WRITER },
  });
});

it('a long history is read to its end, where the last version stands', async () => {
  const pages: Record<string, object> = {
    first: { Parameters: [version(50, '{"reason":"old"}')], NextToken: 'second' },
    second: { Parameters: [version(51, '{"reason":"new"}')] },
  };
  const stored = await lookup(({ NextToken = 'first' }) => pages[NextToken]).read(TRAIL);
  expect(stored?.content).toEqual({ reason: 'new' });
});

it('where nothing is written there is no window, and what is no window says so', async () => {
  const notFound = () => {
    throw Object.assign(new Error('no'), { code: 'ParameterNotFound' });
  };
  expect(await lookup(notFound).read(TRAIL)).toBeNull();
  expect(await lookup(() => ({ Parameters: [{ Version: 1, Value: 'x' }] })).read(TRAIL)).toMatchObject({
    content: null,
    writer: { read: false },
  });
});

it('a store that refuses is no answer', async () => {
  const refuse = () => {
    throw Object.assign(new Error('no'), { code: 'AccessDeniedException' });
  };
  await expect(lookup(refuse).read(TRAIL)).rejects.toThrow('no');
  await expect(lookup(refuse).open()).resolves.toBeUndefined();
});
