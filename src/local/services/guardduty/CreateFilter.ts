import type { CreateFilterRequest, CreateFilterResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { checkCriteria } from './criteria.ts';
import { badRequest, findDetector } from './detector.ts';

/** A filter that archives does so with findings made from now on. */
export const CreateFilter: Operation<CreateFilterRequest, CreateFilterResponse> = (input, call) => {
  const { filters } = findDetector(input.DetectorId, call);
  const { Name: name = '', FindingCriteria: criteria = {} } = input;
  if (!/^[\w.-]{3,64}$/.test(name)) {
    throw badRequest('The request is rejected because the parameter name has an invalid value.');
  }
  if (filters.has(name)) {
    throw badRequest('The request is rejected because a filter with the given name already exists.');
  }
  checkCriteria(criteria);
  const { Description: description = '', Action: action = 'NOOP', Tags: tags = {} } = input;
  filters.set(name, { name, description, action, rank: input.Rank ?? filters.size + 1, criteria, tags });
  return { Name: name };
};
