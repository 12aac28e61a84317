import type { GetParametersByPathRequest, GetParametersByPathResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { newest } from './find.ts';
import { checkPageSize } from './page-size.ts';
import { parametersOf } from './store.ts';
import { asParameter } from './view.ts';

const MAX_RESULTS = 10;

export const GetParametersByPath: Operation<GetParametersByPathRequest, GetParametersByPathResult> = (
  input,
  call,
) => {
  refuseUnsupported(input, 'ParameterFilters');
  const { Path = '', Recursive = false, MaxResults = MAX_RESULTS, NextToken: token } = input;
  if (!Path.startsWith('/')) {
    throw new ServiceError('ValidationException', 'The parameter path must begin with a slash "/".');
  }
  checkPageSize(MaxResults, MAX_RESULTS);
  const folder = Path.endsWith('/') ? Path : `${Path}/`;
  const lies = (name: string) =>
    name.startsWith(folder) && (Recursive || !name.slice(folder.length).includes('/'));
  const inFolder = [...parametersOf(call).values()]
    .filter(({ name }) => lies(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(inFolder, {
    limit: MaxResults,
    token,
    badTokenCode: 'InvalidNextToken',
  });
  return { Parameters: items.map((parameter) => asParameter(newest(parameter))), NextToken: nextToken };
};
