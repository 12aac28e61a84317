import type { DescribeEventBusRequest, DescribeEventBusResponse } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { describedBus } from './describe-bus.ts';
import { requireBus } from './store.ts';

export const DescribeEventBus: Operation<DescribeEventBusRequest, DescribeEventBusResponse> = (input, call) =>
  describedBus(requireBus(call, input.Name));
