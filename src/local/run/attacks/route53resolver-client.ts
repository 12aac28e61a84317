import {
  CloudTrailClient,
  type CloudTrailClientConfig,
  DescribeTrailsCommand,
} from '@aws-sdk/client-cloudtrail';
import { route53resolver } from '../../endpoint/route53resolver-schemas.ts';

const RESOLVER = {
  serviceId: 'Route53Resolver',
  signingName: 'route53resolver',
  protocolSettings: {
    defaultNamespace: 'com.amazonaws.route53resolver',
    errorTypeRegistries: [],
    version: '2018-04-01',
    serviceTarget: 'Route53Resolver',
  },
};

/** The SDK's client of another service that speaks the same protocol, told whom to speak to. */
class Route53ResolverClient extends CloudTrailClient {
  constructor(settings: CloudTrailClientConfig) {
    super({ ...settings, ...RESOLVER });
  }
}

type Context = Parameters<DescribeTrailsCommand['resolveMiddlewareWithContext']>[3];

/** One of that client's commands with the schema of another operation. */
const commandOf = (operation: string) =>
  class extends DescribeTrailsCommand {
    override resolveMiddlewareWithContext(
      ...[stack, configuration, options, context]: Parameters<
        DescribeTrailsCommand['resolveMiddlewareWithContext']
      >
    ) {
      const smithyContext = {
        service: 'Route53Resolver',
        operation,
        operationSchema: route53resolver[operation],
      };
      const own: Context = { ...context, commandName: `${operation}Command`, smithyContext };
      return super.resolveMiddlewareWithContext(stack, configuration, options, own);
    }
  };

/** What a package of the SDK exports: the client, and a command for each operation. */
export const sdk: Readonly<Record<string, unknown>> = {
  Route53ResolverClient,
  ...Object.fromEntries(
    Object.keys(route53resolver).map((operation) => [`${operation}Command`, commandOf(operation)]),
  ),
};
