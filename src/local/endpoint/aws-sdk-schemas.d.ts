// The SDK publishes its schemas as JavaScript without types beside them: each export is an operation, a shape or an error.
declare module '@aws-sdk/client-*/dist-es/schemas/schemas_0.js' {
  const schemas: Readonly<Record<string, unknown>>;
  export = schemas;
}

// Of EC2's 700 operations those are named that are served: bundles leave out what nobody names.
declare module '@aws-sdk/client-ec2/dist-es/schemas/schemas_0.js' {
  export const CreateFlowLogs$: unknown;
  export const DeleteFlowLogs$: unknown;
  export const DescribeFlowLogs$: unknown;
  export const DescribeRegions$: unknown;
  export const DescribeVpcs$: unknown;
}
