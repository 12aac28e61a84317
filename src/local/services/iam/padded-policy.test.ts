import { expect, test } from 'vitest';
import { trailWorld } from '../cloudtrail/test-trail-world.ts';

const statement = { Effect: 'Deny', Action: '*', Resource: '*' };
const padded = (characters: number) => JSON.stringify({ Statement: [statement] }).padEnd(characters);

test('a policy padded with white space counts, though its record does not say what it is', async () => {
  const aws = trailWorld();
  await aws.call('iam', 'CreateUser', { UserName: 'bob' });
  const put = (PolicyDocument: string) =>
    aws.call('iam', 'PutUserPolicy', { UserName: 'bob', PolicyName: 'p', PolicyDocument });
  await put(padded(131_072));
  expect(aws.recorded.at(-1)?.record).toMatchObject({
    eventName: 'PutUserPolicy',
    requestParameters: { omitted: true, reason: 'requestParameters too large' },
  });
  const { PolicyDocument } = (await aws.call('iam', 'GetUserPolicy', {
    UserName: 'bob',
    PolicyName: 'p',
  })) as { PolicyDocument: string };
  expect(JSON.parse(decodeURIComponent(PolicyDocument))).toEqual({ Statement: [statement] });
  await expect(put(padded(131_073))).rejects.toMatchObject({ code: 'ValidationError' });
});
