import { type EmbeddedAws, type Keys, REGION } from './start.ts';

/** The environment variables that aim any AWS client at the embedded AWS, without anything else being set up. */
export const clientEnvironment = (
  { url }: Pick<EmbeddedAws, 'url'>,
  { accessKeyId, secretAccessKey }: Keys,
) => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: REGION,
  // boto3 and version 1 of the aws CLI know the Region by this name only.
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
});
