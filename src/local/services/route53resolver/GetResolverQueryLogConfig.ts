import type { Operation } from '../../endpoint/operation.ts';
import { describeConfig, findConfig } from './query-log-config.ts';

interface Input {
  readonly ResolverQueryLogConfigId: string;
}

export const GetResolverQueryLogConfig: Operation<Input, object> = (input, call) => {
  const config = findConfig(input.ResolverQueryLogConfigId, call);
  return { ResolverQueryLogConfig: describeConfig(config, 'CREATED', call) };
};
