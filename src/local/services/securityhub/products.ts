import { resourceNotFound } from './hub.ts';

/** Products whose findings come in until somebody says otherwise. */
export const PRODUCTS: readonly string[] = ['aws/config', 'aws/guardduty', 'aws/inspector', 'aws/macie'];

/** `arn:aws:securityhub:us-east-1:111122223333:product-subscription/aws/guardduty` */
export function productOf(arn: string | undefined, kind: 'product' | 'product-subscription'): string {
  const [, product = ''] = (arn ?? '').split(`:${kind}/`);
  if (PRODUCTS.includes(product)) return product;
  throw resourceNotFound(`The product ${arn} does not exist.`);
}
