import type { DeleteFlowLogsRequest, DeleteFlowLogsResult } from '@aws-sdk/client-ec2';
import type { Operation } from '../../endpoint/operation.ts';
import { stopDryRun } from './dry-run.ts';
import { flowLogsNotFound, flowLogsOf } from './flow-logs.ts';

/** Deletes those that are there, and answers with the others. */
export const DeleteFlowLogs: Operation<DeleteFlowLogsRequest, DeleteFlowLogsResult> = (input, call) => {
  stopDryRun(input);
  const flowLogs = flowLogsOf(call);
  const unknown = (input.FlowLogIds ?? []).filter((id) => !flowLogs.delete(id));
  return { Unsuccessful: unknown.map((id) => ({ Error: flowLogsNotFound([id]), ResourceId: id })) };
};
