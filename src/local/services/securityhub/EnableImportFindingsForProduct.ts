import type {
  EnableImportFindingsForProductRequest,
  EnableImportFindingsForProductResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { hubOf } from './hub.ts';
import { productOf } from './products.ts';
import { arnIn } from './standards.ts';

export const EnableImportFindingsForProduct: Operation<
  EnableImportFindingsForProductRequest,
  EnableImportFindingsForProductResponse
> = (input, call) => {
  const { disabledProducts } = hubOf(call);
  const product = productOf(input.ProductArn, 'product');
  if (!disabledProducts.delete(product)) {
    throw new ServiceError('ResourceConflictException', `${product} is enabled already.`, 409);
  }
  return { ProductSubscriptionArn: arnIn(call, `product-subscription/${product}`) };
};
