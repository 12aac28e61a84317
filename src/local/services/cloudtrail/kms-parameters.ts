type Parameters = Readonly<Record<string, unknown>>;

/**
 * What KMS records of a call otherwise than it was sent: nothing secret, defaults where a policy is put, and nothing at all of
 * a grant's retirement, whose grant is told beside the request.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html
 */
export function kmsParameters(operation: string, parameters: Parameters): Parameters {
  const rewrite = rewrites.get(operation);
  return rewrite ? rewrite(parameters) : parameters;
}

const rewrites = new Map<string, (parameters: Parameters) => Parameters>([
  ['PutKeyPolicy', (parameters) => ({ ...parameters, bypassPolicyLockoutSafetyCheck: bypasses(parameters) })],
  ['CreateKey', (parameters) => ({ ...parameters, bypassPolicyLockoutSafetyCheck: bypasses(parameters) })],
  ['CreateGrant', ({ grantTokens: _tokens, ...parameters }) => parameters],
  ['RetireGrant', () => ({})],
  [
    'CreateCustomKeyStore',
    ({ customKeyStoreName, cloudHsmClusterId: clusterId }) => ({ customKeyStoreName, clusterId }),
  ],
]);

const bypasses = ({ bypassPolicyLockoutSafetyCheck: given }: Parameters): boolean => given === true;
