import { ServiceError } from '../../endpoint/service-error.ts';

/** @param region of the bucket, which S3 tells also those whom it refuses */
export const accessDenied = (message = 'Access Denied', region?: string): ServiceError =>
  new ServiceError('AccessDenied', message, 403, region ? { 'x-amz-bucket-region': region } : {});

export const malformedXml = (): ServiceError =>
  new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const invalidArgument = (message: string): ServiceError =>
  new ServiceError('InvalidArgument', message);

export const invalidRequest = (message: string): ServiceError => new ServiceError('InvalidRequest', message);

/** 409: the bucket is in no state for what is asked. */
export const invalidBucketState = (message: string): ServiceError =>
  new ServiceError('InvalidBucketState', message, 409);
