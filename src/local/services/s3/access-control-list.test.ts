import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../endpoint/test-world.ts';
import { s3 } from './index.ts';
import { ownerOf } from './owner.ts';

let aws: ReturnType<typeof testWorld>;
beforeEach(async () => {
  aws = testWorld(s3);
  await send('CreateBucket', { Bucket: 'logs' });
});

const send = (operation: string, input: object) => aws.send('s3', operation, input);
const putAcl = (input: object) => send('PutBucketAcl', { Bucket: 'logs', ...input });
const setOwnership = (ObjectOwnership: string) =>
  send('PutBucketOwnershipControls', {
    Bucket: 'logs',
    OwnershipControls: { Rules: [{ ObjectOwnership }] },
  });
const others = { Type: 'CanonicalUser', ID: 'ab'.repeat(32) };

describe('an access control list', () => {
  test('is not taken while the owner owns all objects', async () => {
    await expect(putAcl({ ACL: 'private' })).rejects.toMatchObject({ code: 'AccessControlListNotSupported' });
  });

  test('is not public while public lists are blocked', async () => {
    await setOwnership('ObjectWriter');
    await expect(putAcl({ ACL: 'public-read' })).rejects.toMatchObject({ code: 'AccessDenied' });
    await send('DeletePublicAccessBlock', { Bucket: 'logs' });
    await putAcl({ ACL: 'public-read' });
    expect(await send('GetBucketAcl', { Bucket: 'logs' })).toMatchObject({
      Grants: [{ Permission: 'FULL_CONTROL' }, { Grantee: { Type: 'Group' }, Permission: 'READ' }],
    });
  });

  test.each<[string, object]>([
    [
      'grants',
      {
        AccessControlPolicy: {
          Owner: ownerOf('111122223333'),
          Grants: [{ Grantee: others, Permission: 'READ' }],
        },
      },
    ],
    ['a header', { GrantRead: `id="${others.ID}"` }],
  ])('is put by %s', async (_, input) => {
    await setOwnership('BucketOwnerPreferred');
    await putAcl(input);
    expect(await send('GetBucketAcl', { Bucket: 'logs' })).toMatchObject({
      Grants: [{ Grantee: others, Permission: 'READ' }],
    });
  });

  test.each<[object, string]>([
    [{ ACL: 'private', GrantRead: `id="${others.ID}"` }, 'InvalidRequest'],
    [{ GrantRead: 'uri="http://acs.amazonaws.com/groups/global/Nobody"' }, 'InvalidArgument'],
    [{ AccessControlPolicy: { Owner: { ID: others.ID }, Grants: [] } }, 'AccessDenied'],
    [{}, 'MalformedACLError'],
  ])('is refused when it is %j', async (input, code) => {
    await setOwnership('ObjectWriter');
    await expect(putAcl(input)).rejects.toMatchObject({ code });
  });

  test('that grants to others must go before the owner owns all objects', async () => {
    await setOwnership('ObjectWriter');
    await putAcl({ GrantRead: `id="${others.ID}"` });
    await expect(setOwnership('BucketOwnerEnforced')).rejects.toMatchObject({
      code: 'InvalidBucketAclWithObjectOwnership',
    });
    await putAcl({ ACL: 'private' });
    await setOwnership('BucketOwnerEnforced');
  });

  test('of a new bucket is refused as it would be later', async () => {
    const create = (more: object) => send('CreateBucket', { Bucket: 'more-logs', ...more });
    await expect(create({ ACL: 'public-read' })).rejects.toMatchObject({
      code: 'InvalidBucketAclWithObjectOwnership',
    });
    await expect(create({ ACL: 'public-read', ObjectOwnership: 'ObjectWriter' })).rejects.toMatchObject({
      code: 'InvalidBucketAclWithBlockPublicAccessError',
    });
    await create({ ACL: 'private' });
  });
});
