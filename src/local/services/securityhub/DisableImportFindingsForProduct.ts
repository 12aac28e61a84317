import type { DisableImportFindingsForProductRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf, resourceNotFound } from './hub.ts';
import { productOf } from './products.ts';

export const DisableImportFindingsForProduct: Operation<DisableImportFindingsForProductRequest, object> = (
  input,
  call,
) => {
  const { disabledProducts } = hubOf(call);
  const product = productOf(input.ProductSubscriptionArn, 'product-subscription');
  if (disabledProducts.has(product)) throw resourceNotFound(`There is no subscription to ${product}.`);
  disabledProducts.add(product);
  return {};
};
