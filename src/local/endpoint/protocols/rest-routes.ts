import { requiredMembersOf, traitsOf } from '../schemas.ts';
import type { OperationModel, ServiceModel } from '../service-model.ts';

/** An operation's HTTP binding, ready to be compared with requests. */
interface Route {
  readonly operation: OperationModel;
  readonly method: string;
  readonly path: RegExp;
  readonly labels: readonly string[];
  /** Query parameters that the path fixes: `?list-type=2`, `?lifecycle`. */
  readonly fixedQuery: readonly (readonly [name: string, value: string])[];
  /** The `x-id` that some clients add to tell operations apart. */
  readonly xId: string | undefined;
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
  /** Query parameters that select some other operation of the service, so that this one is not meant. */
  readonly foreignQuery: readonly string[];
  /** The more a route asks for, the earlier it is tried. */
  readonly weight: number;
}

/** What a request is routed by. */
interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FoundRoute {
  readonly operation: OperationModel;
  /** The values of the path's labels, decoded. */
  readonly labels: ReadonlyMap<string, string>;
}

const tables = new WeakMap<ServiceModel, readonly Route[]>();

/**
 * The operation that a request's method, path, query and headers name. Where several fit (S3's `PUT /{Key+}` is PutObject,
 * CopyObject or UploadPart), the one that requires most of what the request has is meant.
 */
export function findRoute(
  service: ServiceModel,
  request: RouteRequest,
  isCandidate: (operation: OperationModel) => boolean = () => true,
): FoundRoute | undefined {
  for (const route of routesOf(service)) {
    if (!fits(route, request) || !isCandidate(route.operation)) continue;
    const values = route.path.exec(request.path);
    if (!values) continue;
    const labels = route.labels.map(
      (label, at) => [label, decodeURIComponent(values[at + 1] ?? '')] as const,
    );
    return { operation: route.operation, labels: new Map(labels) };
  }
  return undefined;
}

function fits(route: Route, { method, query, headers }: RouteRequest): boolean {
  const xId = query.get('x-id');
  return (
    route.method === method &&
    (!xId || !route.xId || xId === route.xId) &&
    route.fixedQuery.every(
      ([name, value]) => query.has(name) && (value === '' || query.get(name) === value),
    ) &&
    route.requiredQuery.every((name) => query.has(name)) &&
    route.requiredHeaders.every((name) => headers[name] !== undefined) &&
    // Else S3's `DELETE /bucket?versioning`, which does not exist, would be DeleteBucket.
    !route.foreignQuery.some((name) => query.has(name))
  );
}

/** The service's routes, most demanding first; made on first use and kept with the model they come from. */
function routesOf(service: ServiceModel): readonly Route[] {
  const known = tables.get(service);
  if (known) return known;
  const routes = [...service.operations.values()]
    .flatMap((operation) => (operation.http ? [routeOf(operation, operation.http)] : []))
    .sort((left, right) => right.weight - left.weight);
  const selecting = new Set(routes.flatMap(selectingQuery));
  const table = routes.map((route) => ({ ...route, foreignQuery: foreignTo(route, selecting) }));
  tables.set(service, table);
  return table;
}

const selectingQuery = ({ fixedQuery, requiredQuery }: Omit<Route, 'foreignQuery'>) => [
  ...fixedQuery.map(([name]) => name),
  ...requiredQuery,
];

function foreignTo(route: Omit<Route, 'foreignQuery'>, selecting: ReadonlySet<string>): string[] {
  const own = new Set<unknown>(selectingQuery(route));
  for (const [, member] of route.operation.input.structIterator()) own.add(traitsOf(member).httpQuery);
  return [...selecting].filter((name) => !own.has(name));
}

function routeOf(
  operation: OperationModel,
  [method, uri]: NonNullable<OperationModel['http']>,
): Omit<Route, 'foreignQuery'> {
  const [path = '', queryText = ''] = uri.split('?');
  const query = new URLSearchParams(queryText);
  const fixedQuery = [...query].filter(([name]) => name !== 'x-id');
  const requiredQuery = requiredTraits(operation, 'httpQuery');
  const requiredHeaders = requiredTraits(operation, 'httpHeader').map((name) => name.toLowerCase());
  return {
    operation,
    method,
    ...pathPattern(path),
    fixedQuery,
    xId: query.get('x-id') ?? undefined,
    requiredQuery,
    requiredHeaders,
    weight: 1000 * (fixedQuery.length + requiredQuery.length + requiredHeaders.length) + literalLength(path),
  };
}

const literalLength = (path: string) => path.replace(/\{[^}]+\}/g, '').length;

/** `/2015-03-31/functions/{FunctionName}/policy` as a pattern; `{Key+}` takes slashes too. */
function pathPattern(path: string): Pick<Route, 'path' | 'labels'> {
  const labels = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, label = '']) => label);
  const source = path
    .replace(/[.*]/g, '\\$&')
    .replace(/\{\w+\+\}/g, '(.+)')
    .replace(/\{\w+\}/g, '([^/]+)');
  // Clients disagree about a slash at the end; behind a greedy label it belongs to the label.
  const end = path.endsWith('+}') ? '' : '/?';
  return { labels, path: new RegExp(`^${source.replace(/\/$/, '')}${end}$`, 's') };
}

function requiredTraits({ input }: OperationModel, trait: 'httpQuery' | 'httpHeader'): string[] {
  const required = requiredMembersOf(input);
  return [...input.structIterator()].flatMap(([name, member]) => {
    const bound = traitsOf(member)[trait];
    return required.includes(name) && typeof bound === 'string' ? [bound] : [];
  });
}
