// The SDK publishes its schemas as JavaScript without types beside them: each export is an operation, a shape or an error.
declare module '@aws-sdk/client-*/dist-es/schemas/schemas_0.js' {
  const schemas: Readonly<Record<string, unknown>>;
  export = schemas;
}
