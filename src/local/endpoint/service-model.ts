import { type Schema, type SchemaReference, schemaOf } from './schemas.ts';

/** How a service is spoken to. */
export type ProtocolName = 'json' | 'query' | 'ec2-query' | 'cbor' | 'rest-json' | 'rest-xml';

export interface OperationModel {
  readonly name: string;
  readonly input: Schema;
  readonly output: Schema;
  /** REST only: the method, the path with its `{labels}` and fixed query, the status of success. */
  readonly http?: readonly [method: string, uri: string, status: number];
}

/** An error shape: the JSON and REST protocols say `name`, the query protocol says `queryCode`. */
interface ErrorModel {
  readonly name: string;
  readonly queryCode: string;
  readonly status: number | undefined;
  /** The member that carries the message: `message` or `Message`. */
  readonly messageMember: string;
}

/** What no schema says about a service. */
export interface WireFacts {
  /** Protocols that current clients use; the rest is refused. */
  readonly protocols: readonly ProtocolName[];
  /** The service's name in `X-Amz-Target` and in RPC v2 paths, also when its client no longer sends it. */
  readonly target: string;
  /** XML protocols only. */
  readonly xmlNamespace?: string;
  /** The code for a missing required member; each service has its own habit. */
  readonly missingParameter: string;
  /** Its schemas here are those of the served operations alone: any other is refused as not served. @default false */
  readonly isPartial?: boolean;
  /** Its JSON errors also carry the code of the query protocol it once spoke. */
  readonly wasQuery?: boolean;
  /** The largest request it reads, in bytes. @default 16 MiB */
  readonly maxBytes?: number;
}

export interface ServiceModel extends WireFacts {
  /** The signing name. */
  readonly name: string;
  readonly operations: ReadonlyMap<string, OperationModel>;
  readonly errors: readonly ErrorModel[];
}

// A schema is an array: [kind, namespace, name, traits, ...]. Operations go on with functions that give input and output,
// errors with the names of their members.
const OPERATION = 9;
const ERROR = -3;
type ShapeArray = readonly [
  kind: number,
  namespace: string,
  name: string,
  traits: unknown,
  ...rest: unknown[],
];

/** Reads the exports of an SDK client's `schemas_0.js`. */
export function modelOf(
  name: string,
  exports: Readonly<Record<string, unknown>>,
  facts: WireFacts,
): ServiceModel {
  const shapes = Object.values(exports).filter((value): value is ShapeArray => Array.isArray(value));
  const operations = shapes.filter(([kind]) => kind === OPERATION).map(operationOf);
  return {
    ...facts,
    name,
    operations: new Map(operations.map((operation) => [operation.name, operation])),
    errors: shapes.filter(([kind]) => kind === ERROR).map(errorOf),
  };
}

function operationOf([, , name, traits, input, output]: ShapeArray): OperationModel {
  const { http } = (typeof traits === 'object' ? traits : {}) as Pick<OperationModel, 'http'>;
  return {
    name,
    input: schemaOf(input as SchemaReference),
    output: schemaOf(output as SchemaReference),
    ...(http && { http }),
  };
}

function errorOf([, , name, traits, members]: ShapeArray): ErrorModel {
  const { awsQueryError, httpError } = (typeof traits === 'object' ? traits : {}) as {
    awsQueryError?: [code: string, status: number];
    httpError?: number;
  };
  return {
    name,
    queryCode: awsQueryError?.[0] ?? name,
    status: httpError ?? awsQueryError?.[1],
    messageMember: (members as readonly string[]).includes('Message') ? 'Message' : 'message',
  };
}
