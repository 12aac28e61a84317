import type {
  ListEnabledProductsForImportRequest,
  ListEnabledProductsForImportResponse,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf } from './hub.ts';
import { listPage } from './list-page.ts';
import { PRODUCTS } from './products.ts';
import { arnIn } from './standards.ts';

export const ListEnabledProductsForImport: Operation<
  ListEnabledProductsForImportRequest,
  ListEnabledProductsForImportResponse
> = (input, call) => {
  const { disabledProducts } = hubOf(call);
  const enabled = PRODUCTS.filter((product) => !disabledProducts.has(product));
  const { items, nextToken } = listPage(enabled, input);
  return {
    ProductSubscriptions: items.map((product) => arnIn(call, `product-subscription/${product}`)),
    NextToken: nextToken,
  };
};
