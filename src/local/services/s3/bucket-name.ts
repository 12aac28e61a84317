import { ServiceError } from '../../endpoint/service-error.ts';

const FORM = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FORBIDDEN = [
  /\.\./,
  /^\d{1,3}(\.\d{1,3}){3}$/,
  /^(xn--|sthree-|amzn-s3-demo-)/,
  /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/,
];

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const isBucketName = (name: string): boolean =>
  FORM.test(name) && !FORBIDDEN.some((pattern) => pattern.test(name));

/** @throws ServiceError `InvalidBucketName` */
export function checkBucketName(name: string): void {
  if (!isBucketName(name)) throw new ServiceError('InvalidBucketName', 'The specified bucket is not valid.');
}
