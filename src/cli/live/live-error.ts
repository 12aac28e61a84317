import { NotDoneError, UsageError } from '../exit-codes.ts';
import { printable } from '../printable.ts';
import type { LiveFlags } from './live-flags.ts';

type Explain = (error: Error, flags: Pick<LiveFlags, 'profile' | 'region'>) => string;

const login = (profile: string | undefined) => `aws sso login${profile ? ` --profile ${profile}` : ''}`;

/** What people can do about an error, by its name or its message. The first that fits is told. */
const EXPLANATIONS: readonly (readonly [fits: RegExp, explain: Explain])[] = [
  [
    /Region is missing/,
    () => 'No Region is set. Give --region eu-central-1, or set AWS_REGION, or a region in the profile.',
  ],
  [
    /\bMFA\b|multi-factor/i,
    (_, { profile }) =>
      `The profile asks for an MFA code, which trailkeeper does not take. Open a session first: eval "$(aws configure export-credentials${profile ? ` --profile ${profile}` : ''} --format env)"`,
  ],
  [
    /\bSSO\b|TokenProviderError|Token is expired/i,
    ({ message }, { profile }) =>
      `The SSO session is over or was never opened: ${login(profile)}. AWS SDK: ${message}`,
  ],
  [
    /CredentialsProviderError|Could not load credentials|could not be found in shared credentials/i,
    (_, { profile }) =>
      profile
        ? `No credentials for the profile ${JSON.stringify(profile)}: look for it with aws configure list-profiles, and test it with aws sts get-caller-identity --profile ${profile}`
        : 'No AWS credentials were found. Give --profile NAME, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. aws sts get-caller-identity shows what AWS’s own tools find.',
  ],
  [
    /ExpiredToken|RequestExpired|security token included in the request is expired/i,
    (_, { profile }) => `The session’s credentials are expired. Get new ones, such as by ${login(profile)}.`,
  ],
  [
    /InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|AuthFailure/,
    ({ message }) => `AWS does not know these credentials, or not in this partition or Region: ${message}`,
  ],
  [
    /AccessDenied|UnauthorizedOperation|AuthorizationError|not authorized to perform/i,
    ({ message }) => `AWS denies it to this caller. ${message}`,
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|TimeoutError|socket hang up/,
    ({ message }) =>
      `AWS did not answer: ${message}. Is the Region’s name right, and the network (proxy, VPN, AWS_ENDPOINT_URL)?`,
  ],
  [
    /Throttl|TooManyRequests|Rate exceeded/i,
    ({ message }) => `AWS takes no more calls for now: ${message}. Try again.`,
  ],
];

/** An error as a sentence that a person can act on. */
export function explainError(error: unknown, flags: Pick<LiveFlags, 'profile' | 'region'>): Error {
  if (error instanceof UsageError || error instanceof NotDoneError) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  const code = 'code' in error ? String(error.code) : '';
  const [, explain] =
    EXPLANATIONS.find(([fits]) => fits.test(`${error.name} ${code} ${error.message}`)) ?? [];
  const sentence = explain?.({ ...error, name: error.name, message: oneLine(error.message) }, flags);
  return new Error(printable(sentence ?? `${error.name}: ${oneLine(error.message)}`), { cause: error });
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
