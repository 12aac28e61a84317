import { XmlCodec } from '@aws-sdk/core/protocols';
import { CborCodec } from '@smithy/core/cbor';
import {
  FromStringShapeDeserializer,
  JsonShapeDeserializer2,
  JsonShapeSerializer2,
  ToStringShapeSerializer,
} from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';

// Everything undocumented of `@smithy/core` and `@aws-sdk/core` is touched here and nowhere else; both are pinned exactly.
// The SDK's codecs are used from the other end: what a client writes is read here, what it reads is written.

export type Schema = NormalizedSchema;
/** A schema as the SDK publishes it: a reference that `schemaOf` makes readable. */
export type SchemaReference = Parameters<typeof NormalizedSchema.of>[0];

export const schemaOf = (reference: SchemaReference): Schema => NormalizedSchema.of(reference);

/** What a schema says about a member or shape: `httpHeader`, `xmlName`, `awsQueryError` … */
type Traits = Readonly<Record<string, unknown>>;
export const traitsOf = (schema: Schema): Traits => schema.getMergedTraits() as Traits;

/** The required members of a structure: the SDK lists them first and says how many they are. */
export function requiredMembersOf(schema: Schema): readonly string[] {
  const shape = schema.getSchema();
  if (!Array.isArray(shape) || !Array.isArray(shape[4])) return [];
  return (shape[4] as string[]).slice(0, Number(shape[6] ?? 0));
}

const DATE_TIME = 5;
const EPOCH_SECONDS = 7;
const inJson = { timestampFormat: { useTrait: true, default: EPOCH_SECONDS } } as const;
const inText = { timestampFormat: { useTrait: true, default: DATE_TIME } } as const;

/** REST-JSON renames members by `jsonName`; the RPC forms of JSON do not. */
interface JsonForm {
  readonly jsonName: boolean;
}

/** @throws SyntaxError when the text is not JSON, TypeError when it is a list where an object belongs */
export function readJson(schema: Schema, text: string, form: JsonForm): unknown {
  const parsed = JSON.parse(text);
  if (schema.isStructSchema() && Array.isArray(parsed)) throw new TypeError('a list is no object');
  return new JsonShapeDeserializer2({ ...inJson, ...form }).readObject(schema, parsed);
}

export function writeJson(schema: Schema, value: unknown, form: JsonForm): Uint8Array {
  const serializer = new JsonShapeSerializer2({ ...inJson, ...form });
  serializer.write(schema, value);
  return serializer.flush();
}

export function readCbor(schema: Schema, bytes: Uint8Array): unknown {
  return new CborCodec().createDeserializer().read(schema, bytes);
}

export function writeCbor(schema: Schema, value: unknown): Uint8Array {
  const serializer = new CborCodec().createSerializer();
  serializer.write(schema, value);
  return serializer.flush();
}

const DOCUMENT = 15;

/** A value that no schema describes, such as an error. */
export const writeCborDocument = (value: unknown): Uint8Array => writeCbor(schemaOf(DOCUMENT), value);

const xmlCodec = (xmlNamespace: string, httpBindings: boolean) =>
  new XmlCodec({ ...inText, xmlNamespace, httpBindings, serviceNamespace: '' });

export function readXml(schema: Schema, text: string): unknown {
  return xmlCodec('', true).createDeserializer().read(schema, text);
}

/** A whole XML document: its root is named as the schema says. */
export function writeXml(schema: Schema, value: unknown, xmlNamespace: string): string {
  return xml(schema, value, xmlCodec(xmlNamespace, true));
}

/** What lies between the tags of `writeXml`'s root. */
export function writeXmlContent(schema: Schema, value: unknown): string {
  const document = xml(schema, value, xmlCodec('', false));
  return document.slice(
    document.indexOf('>') + 1,
    Math.max(document.indexOf('>') + 1, document.lastIndexOf('</')),
  );
}

function xml(schema: Schema, value: unknown, codec: XmlCodec): string {
  const serializer = codec.createSerializer();
  serializer.write(schema, value);
  return String(serializer.flush());
}

/**
 * Reads one value that travels as text: a form field (`inHttp` false), a header, a label or a query parameter.
 * @throws TypeError when the text is not what the schema says
 */
export function readText(schema: Schema, text: string, inHttp: boolean): unknown {
  const isMistyped =
    (schema.isBooleanSchema() && !/^(true|false)$/i.test(text)) ||
    (schema.isNumericSchema() && (text.trim() === '' || Number.isNaN(Number(text))));
  if (isMistyped)
    throw new TypeError(`"${text}" is not a ${schema.isBooleanSchema() ? 'boolean' : 'number'}`);
  return new FromStringShapeDeserializer({ ...inText, httpBindings: inHttp }).read(schema, text);
}

/** Writes one value as the text of a header. */
export function writeHeader(schema: Schema, value: unknown): string {
  const serializer = new ToStringShapeSerializer({ ...inText, httpBindings: true });
  serializer.write(schema, value);
  return String(serializer.flush());
}
