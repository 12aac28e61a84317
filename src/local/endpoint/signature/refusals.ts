import { ServiceError } from '../service-error.ts';
import type { ProtocolName } from '../service-model.ts';

/** Why a caller was not let in. */
type Refusal =
  | 'unsigned'
  | 'malformed'
  | 'unknown-key'
  | 'wrong-signature'
  | 'wrong-token'
  | 'expired-token'
  | 'wrong-body';

type Codes = Readonly<Record<Refusal, string>>;

const ofQuery: Codes = {
  unsigned: 'MissingAuthenticationToken',
  malformed: 'IncompleteSignature',
  'unknown-key': 'InvalidClientTokenId',
  'wrong-signature': 'SignatureDoesNotMatch',
  'wrong-token': 'InvalidClientTokenId',
  'expired-token': 'ExpiredToken',
  'wrong-body': 'SignatureDoesNotMatch',
};
const ofJson: Codes = {
  unsigned: 'MissingAuthenticationTokenException',
  malformed: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-signature': 'InvalidSignatureException',
  'wrong-token': 'UnrecognizedClientException',
  'expired-token': 'ExpiredTokenException',
  'wrong-body': 'InvalidSignatureException',
};
/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const ofS3: Codes = {
  unsigned: 'AccessDenied',
  malformed: 'AuthorizationHeaderMalformed',
  'unknown-key': 'InvalidAccessKeyId',
  'wrong-signature': 'SignatureDoesNotMatch',
  'wrong-token': 'InvalidToken',
  'expired-token': 'ExpiredToken',
  'wrong-body': 'XAmzContentSHA256Mismatch',
};

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html#CommonErrors */
const ofEc2: Codes = {
  ...ofQuery,
  'unknown-key': 'AuthFailure',
  'wrong-signature': 'AuthFailure',
  'wrong-token': 'AuthFailure',
  'expired-token': 'RequestExpired',
};

const codes: Readonly<Record<ProtocolName, Codes>> = {
  query: ofQuery,
  'ec2-query': ofEc2,
  json: ofJson,
  cbor: ofJson,
  'rest-json': ofJson,
  'rest-xml': ofS3,
};

/** The JSON protocols say 400 where the others say 403. */
const isRpc = (protocol: ProtocolName) => protocol === 'json' || protocol === 'cbor';

/** The error that a protocol refuses a caller with. */
export function refusal(protocol: ProtocolName, why: Refusal, message: string): ServiceError {
  const code = codes[protocol][why];
  if (code === 'AuthFailure') return new ServiceError(code, message, 401);
  const isBadRequest = isRpc(protocol) || why === 'wrong-body' || why === 'malformed';
  return new ServiceError(code, message, isBadRequest ? 400 : 403);
}
