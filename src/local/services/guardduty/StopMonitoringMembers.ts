import type { StopMonitoringMembersRequest, StopMonitoringMembersResponse } from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { changeMembers, memberDetector } from './members.ts';

/** Switches the detectors of members off. */
export const StopMonitoringMembers: Operation<StopMonitoringMembersRequest, StopMonitoringMembersResponse> = (
  input,
  call,
) =>
  changeMembers(
    input,
    (member) => {
      const detector = memberDetector(member, call);
      if (!detector || member.status !== 'Enabled') return undefined;
      detector.isEnabled = false;
      return { ...member, status: 'Disabled', updatedAt: call.world.clock.now() };
    },
    call,
  );
