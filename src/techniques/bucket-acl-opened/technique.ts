import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import { headerOf } from '../../domain/request/bucket-request.ts';
import type { Technique } from '../../domain/technique.ts';

export const bucketAclOpened: Technique = {
  id: 's3.bucket-acl-opened',
  catalogue: ['CT-48'],
  severity: 'high',
  done: 'opened the log bucket by its ACL',
  subject: 'bucket',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['PutBucketAcl'] }],
  drift: ['bucket.acl'],
  // With another owner it is another bucket.
  isShownBy: ({ expected, actual }) => ownerOf(expected) === ownerOf(actual),
  request: findOpening,
  restore: ['PutBucketAcl', 'PutBucketOwnershipControls'],
  lost: 'What strangers read, wrote or listed meanwhile stays so.',
  toDo: 'Put the approved ACL back, and turn ACLs off: BucketOwnerEnforced.',
};

/** Of a list of XML, or in a header: the groups of everybody and of every AWS account. */
const EVERYBODY = /groups\/global\/(AllUsers|AuthenticatedUsers)/;
const CANNED: readonly unknown[] = ['public-read', 'public-read-write', 'authenticated-read'];

function findOpening(request: JsonObject): string | null {
  const canned = headerOf(request, 'x-amz-acl');
  if (CANNED.includes(canned)) return `x-amz-acl is "${canned}"`;
  const [, group] = EVERYBODY.exec(JSON.stringify(request)) ?? [];
  return group ? `a grant to ${group}` : null;
}

const ownerOf = (acl: unknown) => asJsonObject(acl).OwnerId;
