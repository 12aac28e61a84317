import type {
  BatchUpdateStandardsControlAssociationsRequest,
  BatchUpdateStandardsControlAssociationsResponse,
  StandardsControlAssociationUpdate,
  UnprocessedStandardsControlAssociationUpdate,
} from '@aws-sdk/client-securityhub';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type Hub, hubOf, resourceNotFound } from './hub.ts';
import { standardByArn } from './subscriptions.ts';
import { switchControl } from './switch-control.ts';

/** Switches controls by the ids that all standards share. */
export const BatchUpdateStandardsControlAssociations: Operation<
  BatchUpdateStandardsControlAssociationsRequest,
  BatchUpdateStandardsControlAssociationsResponse
> = (input, call) => {
  const hub = hubOf(call);
  const updates = input.StandardsControlAssociationUpdates ?? [];
  return { UnprocessedAssociationUpdates: updates.flatMap((update) => refused(update, hub, call) ?? []) };
};

/** Why an update was not carried out; undefined when it was. */
function refused(
  update: StandardsControlAssociationUpdate,
  hub: Hub,
  call: Call,
): UnprocessedStandardsControlAssociationUpdate | undefined {
  try {
    carryOut(update, hub, call);
    return undefined;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const ErrorCode = error.code === 'ResourceNotFoundException' ? 'RESOURCE_NOT_FOUND' : 'INVALID_INPUT';
    return { StandardsControlAssociationUpdate: update, ErrorCode, ErrorReason: error.message };
  }
}

function carryOut(update: StandardsControlAssociationUpdate, hub: Hub, call: Call): void {
  const standard = standardByArn(update.StandardsArn, call);
  const [ownId] = [...standard.controls].find(([, { id }]) => id === update.SecurityControlId) ?? [];
  if (!ownId) throw resourceNotFound(`${standard.id} has no control ${update.SecurityControlId}.`);
  const status = update.AssociationStatus ?? 'ENABLED';
  switchControl(standard, ownId, { status, reason: update.UpdatedReason }, { hub, call });
}
