import { joinBaseline } from '../domain/baseline/baseline-join.ts';
import { MANIFEST, type Manifest, piecesOf, readManifest } from '../domain/baseline/baseline-manifest.ts';
import type {
  BaselineKey,
  BaselineReading,
  StoredBaseline,
  Stray,
} from '../domain/baseline/baseline-store.ts';
import { type Part, readPart } from '../domain/snapshot.ts';
import { NODE_PACKING } from './baseline-packing.ts';
import type { Parameters, ParameterText, WrittenText } from './baseline-parameters.ts';
import { folderOf } from './baseline-path.ts';

const { sha256 } = NODE_PACKING;

/** Puts stored baselines together, and says who wrote them. */
export class BaselineReader {
  readonly #parameters: Parameters;
  /** Who wrote the manifests that were seen: a version's writer never changes, so each is asked for once. */
  readonly #writers = new Map<string, { readonly seen: ParameterText; readonly writer: string }>();

  constructor(parameters: Parameters) {
    this.#parameters = parameters;
  }

  /** @param found parameters of its folder, and perhaps others; undefined when no manifest is among them */
  async readStored(key: BaselineKey, found: readonly ParameterText[]): Promise<StoredBaseline | undefined> {
    const own = new Map(found.map((parameter) => [parameter.name, parameter]));
    const text = own.get(folderOf(key) + MANIFEST);
    if (!text) return;
    const about = { key, parameterVersion: text.version, at: text.at, writer: await this.#readWriter(text) };
    const reading = readManifest(text.text);
    if (!('manifest' in reading)) return { ...about, content: reading, strays: [] };
    const { pieces, strays } = await this.#readPieces(key, reading.manifest, own);
    return { ...about, content: join(key, reading.manifest, pieces), strays };
  }

  /** Every version whose manifest is kept, the newest first. */
  async readVersions(key: BaselineKey): Promise<readonly StoredBaseline[]> {
    const manifests = await this.#parameters.readHistory(folderOf(key) + MANIFEST);
    const readings = manifests.map((version) => ({ version, reading: readManifest(version.text) }));
    const names = readings.flatMap(({ reading }) =>
      'manifest' in reading ? piecesOf(reading.manifest).map(({ name }) => name) : [],
    );
    const histories = await Promise.all(
      [...new Set(names)].map((name) => this.#parameters.readHistory(folderOf(key) + name)),
    );
    const pieces = byContent(histories.flat());
    return readings.map(({ version, reading }) => ({
      key,
      parameterVersion: version.version,
      at: version.at,
      writer: asPart(version),
      content: 'manifest' in reading ? join(key, reading.manifest, pieces) : reading,
      strays: [],
    }));
  }

  /** The pieces that a manifest names: those that lie there, and from the history those that were overwritten. */
  async #readPieces(key: BaselineKey, manifest: Manifest, found: ReadonlyMap<string, ParameterText>) {
    const named = piecesOf(manifest).map((piece) => ({ ...piece, path: folderOf(key) + piece.name }));
    const missing = named.filter(({ path }) => !found.has(path)).map(({ path }) => path);
    const current = new Map([
      ...found,
      ...(await this.#parameters.read(missing)).map((one) => [one.name, one] as const),
    ]);
    const misfits = named.filter((piece) => sha256(current.get(piece.path)?.text ?? '') !== piece.sha256);
    const histories = await Promise.all(
      misfits.map(async ({ name, path }) => ({ name, versions: await this.#parameters.readHistory(path) })),
    );
    const strays = histories.map(
      ({ name, versions: [newest] }): Stray => ({ file: name, writer: asPart(newest) }),
    );
    return {
      pieces: byContent([...current.values(), ...histories.flatMap(({ versions }) => versions)]),
      strays,
    };
  }

  async #readWriter(seen: ParameterText): Promise<Part<string>> {
    const known = this.#writers.get(seen.name);
    if (
      known &&
      known.seen.version === seen.version &&
      known.seen.at === seen.at &&
      known.seen.text === seen.text
    )
      return { read: true, value: known.writer };
    const writer = await readPart(() => this.#parameters.readHistory(seen.name));
    if (!writer.read) return writer;
    const part = asPart(
      writer.value.find(({ version, text }) => version === seen.version && text === seen.text),
    );
    if (part.read) this.#writers.set(seen.name, { seen, writer: part.value });
    return part;
  }
}

function join(key: BaselineKey, manifest: Manifest, pieces: ReadonlyMap<string, string>): BaselineReading {
  const { name, homeRegion } = manifest.trail;
  if (name !== key.name || homeRegion !== key.homeRegion)
    return { mistakes: [`manifest: trail: must be ${key.name} of ${key.homeRegion}, as its path says`] };
  return joinBaseline(manifest, pieces, NODE_PACKING);
}

const byContent = (texts: readonly ParameterText[]): ReadonlyMap<string, string> =>
  new Map(texts.map(({ text }) => [sha256(text), text]));

const asPart = (version: WrittenText | undefined): Part<string> =>
  version?.writer
    ? { read: true, value: version.writer }
    : { read: false, reason: 'GetParameterHistory did not tell who wrote this version' };
