import type { SSMClientConfig } from '@aws-sdk/client-ssm';

/** What differs between the function and the command line; what is left out is taken from the environment. */
export type Connection = Pick<
  SSMClientConfig,
  'region' | 'credentials' | 'endpoint' | 'profile' | 'requestHandler'
>;
