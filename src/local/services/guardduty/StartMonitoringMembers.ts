import type {
  StartMonitoringMembersRequest,
  StartMonitoringMembersResponse,
} from '@aws-sdk/client-guardduty';
import type { Operation } from '../../endpoint/operation.ts';
import { changeMembers, memberDetector } from './members.ts';

/** Switches the detectors of members on again. */
export const StartMonitoringMembers: Operation<
  StartMonitoringMembersRequest,
  StartMonitoringMembersResponse
> = (input, call) =>
  changeMembers(
    input,
    (member) => {
      const detector = memberDetector(member, call);
      if (!detector || member.status !== 'Disabled') return undefined;
      detector.isEnabled = true;
      return { ...member, status: 'Enabled', updatedAt: call.world.clock.now() };
    },
    call,
  );
