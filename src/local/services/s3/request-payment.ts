import type {
  GetBucketRequestPaymentOutput,
  GetBucketRequestPaymentRequest,
  PutBucketRequestPaymentRequest,
} from '@aws-sdk/client-s3';
import type { Operation } from '../../endpoint/operation.ts';
import { accessBucket } from './access-bucket.ts';
import { malformedXml } from './s3-error.ts';

export const PutBucketRequestPayment: Operation<PutBucketRequestPaymentRequest, void> = (input, call) => {
  const { settings } = accessBucket(input.Bucket, call);
  const payer = input.RequestPaymentConfiguration?.Payer;
  if (payer !== 'BucketOwner' && payer !== 'Requester') throw malformedXml();
  settings.payer = payer;
};

export const GetBucketRequestPayment: Operation<
  GetBucketRequestPaymentRequest,
  GetBucketRequestPaymentOutput
> = (input, call) => ({ Payer: accessBucket(input.Bucket, call).settings.payer ?? 'BucketOwner' });
