import { isRegionEnabled } from '../../services/account/regions.ts';
import { callerFor } from '../../services/iam/sessions.ts';
import type { Caller } from '../caller.ts';
import type { HttpRequest } from '../http-message.ts';
import { isGlobalService, partitionOf } from '../partition.ts';
import { ServiceError } from '../service-error.ts';
import type { ProtocolName } from '../service-model.ts';
import type { World } from '../world.ts';
import { payloadHash, sha256 } from './canonical-request.ts';
import { refusal } from './refusals.ts';
import type { SignedRequest } from './signed-request.ts';
import { signatureProblem } from './verify-signature.ts';

/**
 * Who signed a request.
 * @throws ServiceError in the protocol's own words, for a key, token, signature or body hash that is not right
 */
export function authenticate(
  world: World,
  request: HttpRequest,
  signed: SignedRequest,
  protocol: ProtocolName,
): Caller {
  const known = callerFor(world, signed.accessKeyId);
  // A partition is a world of its own: keys of one are unknown in the others.
  if (!known || known.arn.split(':')[1] !== partitionOf(signed.region))
    throw refusal(protocol, 'unknown-key', INVALID);
  const { secretAccessKey, sessionToken, expiresAt, ...caller } = known;
  if (sessionToken !== signed.sessionToken) throw refusal(protocol, 'wrong-token', INVALID);
  if (expiresAt !== undefined && expiresAt <= world.clock.now())
    throw refusal(protocol, 'expired-token', EXPIRED);
  if (lacksPayloadHash(request, signed)) throw new ServiceError('InvalidRequest', NO_HASH);
  const problem = signatureProblem(request, signed, secretAccessKey);
  if (problem) throw refusal(protocol, 'wrong-signature', problem);
  if (!isBodyAsDeclared(request, signed)) throw refusal(protocol, 'wrong-body', MISMATCH);
  // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
  if (!isGlobalService(signed.service) && !isRegionEnabled(world, caller.accountId, signed.region))
    throw refusal(protocol, 'wrong-token', INVALID);
  return caller;
}

const INVALID = 'The security token included in the request is invalid.';
const EXPIRED = 'The security token included in the request is expired';
const MISMATCH = "The provided 'x-amz-content-sha256' header does not match what was computed.";

const NO_HASH = 'Missing required header for this request: x-amz-content-sha256';

/** S3 alone wants the hash told, except in presigned URLs. */
const lacksPayloadHash = ({ headers }: HttpRequest, { service, isPresigned }: SignedRequest): boolean =>
  service === 's3' && !isPresigned && headers['x-amz-content-sha256'] === undefined;

/** A declared hash must be the body's; the forms without a hash are taken as declared. */
function isBodyAsDeclared(request: HttpRequest, signed: SignedRequest): boolean {
  const declared = payloadHash(request, signed);
  const hasNoHash = declared === 'UNSIGNED-PAYLOAD' || declared.startsWith('STREAMING-');
  return hasNoHash || declared === sha256(request.body);
}
