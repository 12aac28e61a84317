import type { UpdateStandardsControlRequest } from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { hubOf, invalidInput, resourceNotFound } from './hub.ts';
import { controlArn, standards } from './standards.ts';
import { switchControl } from './switch-control.ts';

export const UpdateStandardsControl: Operation<UpdateStandardsControlRequest, object> = (input, call) => {
  const hub = hubOf(call);
  const { ControlStatus: status, DisabledReason: reason } = input;
  if (!status) throw invalidInput('ControlStatus must be given.');
  const [found] = standards.flatMap((standard) =>
    [...standard.controls.keys()]
      .filter((ownId) => controlArn(standard, ownId, call) === input.StandardsControlArn)
      .map((ownId) => ({ standard, ownId })),
  );
  if (!found) throw resourceNotFound(`The control ${input.StandardsControlArn} does not exist.`);
  switchControl(found.standard, found.ownId, { status, reason }, { hub, call });
  return {};
};
