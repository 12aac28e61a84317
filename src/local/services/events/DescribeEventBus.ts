import type { DescribeEventBusRequest, DescribeEventBusResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { describeDefaultBus, requireDefaultBus } from './event-bus.ts';

export const DescribeEventBus: Operation<DescribeEventBusRequest, DescribeEventBusResponse> = (
  input,
  call,
) => {
  requireDefaultBus(call, input.Name);
  return describeDefaultBus(call);
};
