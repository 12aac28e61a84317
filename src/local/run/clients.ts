import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { livesInMachinesTime } from './machines-time.ts';
import { type EmbeddedAws, type Keys, REGION } from './start.ts';

/** Real AWS clients of one user, aimed at the embedded AWS. */
export function clientsOf(
  { url, region = REGION }: Pick<EmbeddedAws, 'url'> & { readonly region?: string },
  { accessKeyId, secretAccessKey }: Keys,
) {
  // CloudTrail takes one write a second: people's clients are patient too.
  const config = {
    endpoint: url,
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 10,
    disableClockSkewCorrection: livesInMachinesTime,
  };
  return {
    cloudTrail: new CloudTrailClient(config),
    cloudFormation: new CloudFormationClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sqs: new SQSClient(config),
  };
}
